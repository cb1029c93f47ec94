#!/bin/sh
# Compiles the tree-sitter core that npm installed into OUTDIR/libtree-sitter.so.
# usage: build-tree-sitter.sh OUTDIR [NODE_MODULES]
set -eu

out=${1:?usage: build-tree-sitter.sh OUTDIR [NODE_MODULES]}
modules=${2:-"$out/../node_modules"}
core="$modules/tree-sitter/vendor/tree-sitter/lib"

if [ ! -f "$core/src/lib.c" ]; then
  echo "build-tree-sitter: $core/src/lib.c is missing; run npm ci first" >&2
  exit 1
fi
if ! command -v "${CC:-cc}" >/dev/null 2>&1; then
  echo "build-tree-sitter: no C compiler; install gcc or set CC" >&2
  exit 1
fi

mkdir -p "$out"
part="$out/.libtree-sitter.$$.so"
trap 'rm -f "$part"' EXIT
"${CC:-cc}" -std=c11 -O2 -shared -fPIC -fvisibility=default -D_DEFAULT_SOURCE -D_POSIX_C_SOURCE=200809L \
  -I"$core/src" -I"$core/include" "$core/src/lib.c" -o "$part"
mv "$part" "$out/libtree-sitter.so"
trap - EXIT
