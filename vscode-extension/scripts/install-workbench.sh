#!/usr/bin/env bash
# Brings the pinned workbench (code-server) below test/e2e/node_modules. Does nothing, and needs no network, when it is current.
# Its own installation downloads ripgrep and VS Code's parts from elsewhere, so it is done here step by step, from the registry's lock alone.
set -euo pipefail
self=$(readlink -f "${BASH_SOURCE[0]}")
here=$(cd -P "$(dirname "$self")/../test/e2e" && pwd)
cd "$here"
stamp="node_modules/.workbench-hash"
want=$(cat package.json package-lock.json "$self" | sha256sum)
[[ -f $stamp && $(<"$stamp") == "$want" ]] && exit 0

say() { printf 'workbench: %s\n' "$*" >&2; }
rg=$(command -v rg) || { say "ripgrep was not found; install the package ripgrep"; exit 7; }
say "installing code-server"
rm -rf node_modules
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
npm rebuild argon2 --ignore-scripts=false --loglevel=error >&2
cd node_modules/code-server/lib/vscode
# Its lock is inside the package (npm-shrinkwrap.json), so these are pinned, too.
npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error >&2
npm_config_yes=true npm rebuild --ignore-scripts=false @vscode/spdlog node-pty native-watchdog --loglevel=error >&2
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$rg" node_modules/@vscode/ripgrep/bin/rg
ln -sfn node_modules node_modules.asar
ln -sf code-linux.sh bin/remote-cli/code-server 2>/dev/null || true
ln -sf browser-linux.sh bin/helpers/browser.sh 2>/dev/null || true
cd "$here"
printf '%s' "$want" > "$stamp"
