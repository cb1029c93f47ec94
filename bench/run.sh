#!/usr/bin/env bash
# Measures and writes the results into bench/README.md. usage: bench/run.sh [NAME…]
# NAME: launch, tracing, mixed, debuggers, passthrough, prompts, models, start, tokens, editor; all of them without. Sizes and repetitions can be set, see bench/lib.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
all=(start launch tracing mixed debuggers passthrough prompts models tokens editor)
(( $# )) || set -- "${all[@]}"
source bench/lib.sh
./codealchemy --version > /dev/null
for name in "$@"; do
  [[ -f bench/cases/$name.sh ]] || { echo "bench: there is no '$name'; known: ${all[*]}" >&2; exit 2; }
  echo "== $name" >&2
  "bench_$name" > "$work/$name.md"
  cat "$work/$name.md"
  keep "$name" "$work/$name.md"
done
machine > "$work/machine.md"
keep machine "$work/machine.md"
