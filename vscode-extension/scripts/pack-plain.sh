#!/usr/bin/env bash
# Packs the extension without a server. usage: scripts/pack-plain.sh FILE.vsix [VSCE OPTIONS…]
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
output=$1; shift
node esbuild.mjs
cp ../LICENSE LICENSE
npx vsce package --no-dependencies --allow-missing-repository --no-git-tag-version -o "$output" "$@" >&2
rm -f LICENSE
