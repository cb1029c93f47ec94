#!/bin/sh
# Compiles a program: as it is, with the recorder (trace), or with counters (count).
# usage: build.sh PREPARED FILE OUT plain|trace|count
set -e
prepared=$1
file=$2
out=$3
export HOME=/tmp GO111MODULE=off GOCACHE=/tmp/cache GOFLAGS= GOTOOLCHAIN=local
sed "s|=@|=$prepared/|" "$prepared/packages" > /tmp/packages
cd "$(dirname "$file")"
name=$(basename "$file")
case $4 in
  plain) set -- "$name" ;;
  trace) set -- "$name" "$prepared/link.go" ;;
  count)
    # The counters are put into a mapped file, so that they outlast every way in which a program ends.
    go tool cover -mode=count -var=CodeAlchemyCounters "$name" > /tmp/covered.go
    sed -e 's/^var CodeAlchemyCounters = struct {/var CodeAlchemyCounters = codeAlchemyMap(\&struct {/' -e '$s/$/)/' /tmp/covered.go > /tmp/counted.go
    set -- /tmp/counted.go "$prepared/map.go" ;;
esac
go tool compile -e -p main -importcfg /tmp/packages -pack -o /tmp/main.a "$@"
go tool link $(cat "$prepared/flags") -s -w -importcfg /tmp/packages -o "$out/program" /tmp/main.a
