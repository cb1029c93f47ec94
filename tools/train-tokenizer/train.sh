#!/usr/bin/env bash
# Makes the built-in tokenizer anew from the sources and documents of this repository. The same commit gives the same file.
# examples/corpus is left out, so that it can tell how the tokenizer does on text that it hasn't seen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet=dotnet; [[ -f .deps/dotnet-root ]] && dotnet="$(<.deps/dotnet-root)/dotnet"
git ls-files -- ':!examples/corpus' |
  "$dotnet" run -c Release --project tools/train-tokenizer -- 8192 src/CodeAlchemy.Text/Tokens/codealchemy-8k.json
