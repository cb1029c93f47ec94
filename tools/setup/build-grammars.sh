#!/bin/sh
# Compiles the grammars whose packages bring C source but no library for this machine, to where a library would be.
# usage: build-grammars.sh NODE_MODULES
set -eu

modules=${1:?usage: build-grammars.sh NODE_MODULES}
case $(uname -m) in x86_64) machine=x64 ;; aarch64) machine=arm64 ;; *) machine=$(uname -m) ;; esac

for source in "$modules"/tree-sitter-*/src/parser.c "$modules"/@*/tree-sitter-*/src/parser.c; do
  [ -f "$source" ] || continue
  folder=$(dirname "$source")
  package=$(dirname "$folder")
  out="$package/prebuilds/linux-$machine"
  ls "$out"/*.node >/dev/null 2>&1 && continue
  mkdir -p "$out"
  scanner=
  [ -f "$folder/scanner.c" ] && scanner="$folder/scanner.c"
  # -O1: parsers are large tables, and more costs minutes and gives little.
  "${CC:-cc}" -std=c11 -O1 -w -shared -fPIC -I"$folder" "$source" $scanner -o "$out/.part"
  mv "$out/.part" "$out/$(basename "$package").node"
done
