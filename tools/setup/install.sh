#!/bin/sh
# Brings the native dependencies into .deps/ (or the folder given). Does nothing, and needs no network, when they are current.
# usage: install.sh [DEPS]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
deps=${1:-"$here/../../.deps"}
mkdir -p "$deps"
deps=$(CDPATH='' cd -- "$deps" && pwd)
stamp="$deps/natives.sha256"
wanted=$(cd "$here" && cat package.json package-lock.json build-tree-sitter.sh build-grammars.sh | sha256sum | cut -d' ' -f1)

current() { [ -f "$deps/native/libtree-sitter.so" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; }

current && exit 0

if ! command -v npm >/dev/null 2>&1; then
  echo "install: npm is missing; install Node.js 18 or newer" >&2
  exit 1
fi

exec 9>"$deps/.lock"
if command -v flock >/dev/null 2>&1; then flock 9; fi
current && exit 0

rm -f "$stamp"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$deps/"
(cd "$deps" && npm ci --ignore-scripts --silent >&2)
sh "$here/build-tree-sitter.sh" "$deps/native" "$deps/node_modules"
sh "$here/build-grammars.sh" "$deps/node_modules"
printf '%s\n' "$wanted" >"$stamp.part"
mv "$stamp.part" "$stamp"
