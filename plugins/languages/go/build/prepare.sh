#!/bin/sh
# Compiles the recorder and the counter, and notes where the packages are: the library's own and, in front of them, what was built here.
# usage: prepare.sh PLUGIN PREPARED
set -e
plugin=$1
out=$2
export HOME=/tmp GO111MODULE=off GOPATH=/tmp/go GOCACHE="$out/cache" GOFLAGS= GOTOOLCHAIN=local
mkdir -p "$GOPATH/src/codealchemy/trace" "$GOCACHE"
cp "$plugin"/trace/* "$GOPATH/src/codealchemy/trace"
cp "$plugin"/build/link.go "$plugin"/counter/map.go "$out"

# What was built lies in a folder that has another name later.
go list -export -f '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}' std codealchemy/trace > /tmp/packages
sed "s|=$out/|=@|" /tmp/packages > "$out/packages"
# The recorder takes functions of the library by their names, which younger linkers allow only when they are asked to.
case $(go env GOVERSION) in
  go1.19* | go1.2[0-2]*) : ;;
  *) printf -- -checklinkname=0 ;;
esac > "$out/flags"
go tool compile -p main -importcfg /tmp/packages -pack -o /tmp/count.a "$plugin/counter/count.go"
go tool link -s -w -importcfg /tmp/packages -o "$out/count" /tmp/count.a
