#!/bin/sh
# Builds the sandbox's native parts, codealchemy-launch and codealchemy-clock.so. Usage: build-launcher.sh OUTDIR
set -eu
out=${1:?usage: build-launcher.sh OUTDIR}
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
native="$here/../../src/CodeAlchemy.Execution/Sandbox/native"
cc=${CC:-cc}
mkdir -p "$out"
temporary=$(mktemp -d "$out/build.XXXXXX")
trap 'rm -rf "$temporary"' EXIT
set -- "$native/launch.c" "$native/wire.c" "$native/serve.c" "$native/mounts.c" "$native/init.c" "$native/filter.c" "$native/collect.c"
# A static program starts faster; not every machine has a static C library.
"$cc" -std=gnu11 -O2 -Wall -Wextra -static -o "$temporary/codealchemy-launch" "$@" 2>/dev/null ||
  "$cc" -std=gnu11 -O2 -Wall -Wextra -o "$temporary/codealchemy-launch" "$@"
"$cc" -std=gnu11 -O2 -Wall -Wextra -shared -fPIC -o "$temporary/codealchemy-clock.so" "$native/clock.c" -ldl
# A helper that is running keeps its own file: the new one takes its name.
mv -f "$temporary"/codealchemy-* "$out/"
