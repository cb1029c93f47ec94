#!/usr/bin/env bash
# Packs the extension for one platform. On Linux x64 the server is inside, with its .NET, plugins, templates and grammars, from the build in
# .deps; for every other platform the package has no server, and the status item says what to do.
# usage: scripts/package.sh [PLATFORM] [FOLDER]     PLATFORM: linux-x64 (default), linux-arm64, darwin-arm64, darwin-x64, win32-x64, …
set -euo pipefail
extension=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
root=$(cd -P "$extension/.." && pwd)
platform=${1:-linux-x64}
folder=$(mkdir -p "${2:-$extension}" && cd -P "${2:-$extension}" && pwd)
say() { printf 'package: %s\n' "$*" >&2; }

"$root/codealchemy" --version >/dev/null
[[ -x $extension/node_modules/.bin/vsce ]] || (cd "$extension" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
rm -rf "$extension/server"
if [[ $platform == linux-x64 ]]; then
  say "publishing the server"
  server="$extension/server"
  dotnet=dotnet; [[ -f $root/.deps/dotnet-root ]] && dotnet="$(<"$root/.deps/dotnet-root")/dotnet"
  build=$(mktemp -d); trap 'rm -rf "$build"' EXIT
  # Outside of the sources' obj folders, so that a build beside this one is not disturbed.
  DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 "$dotnet" publish "$root/lsp/CodeAlchemy.LanguageServer" -c Release -r linux-x64 --self-contained true \
    -p:RunAnalyzers=false -p:PublishReadyToRun=true -v quiet -o "$server/.deps/app" >"$build/log" 2>&1 || { tail -n 30 "$build/log" >&2; exit 1; }
  say "copying plugins, templates and grammars"
  cp -R "$root/.deps/native" "$server/.deps/native"
  cp -R "$root/templates" "$server/templates"
  # Of a grammar only its library is used; of a plugin everything but what its build left behind (parts are prepared with its samples).
  (cd "$root/.deps" && find node_modules -path '*/prebuilds/linux-x64/*.node' -print0 | tar --null -cf - -T -) | tar -xf - -C "$server/.deps"
  (cd "$root" && tar -cf - --exclude=obj --exclude='bin/Debug' --exclude='*.pdb' plugins) | tar -xf - -C "$server"
fi
output="$folder/codealchemy-$platform.vsix"
bash "$extension/scripts/pack-plain.sh" "$output" --target "$platform"
rm -rf "$extension/server"
say "$output ($(du -h "$output" | cut -f1))"
