#!/usr/bin/env bash
# Brings a clone to the point where `codealchemy` starts: system packages (only with consent), pinned dependencies, one build.
# usage: tools/setup/setup.sh [--yes] [--all]     --yes installs missing system packages; --all also those for every language
set -euo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here="$root/tools/setup"
deps="$root/.deps"
consent=${CI:+yes}
all=${CI:+yes}
for argument in "$@"; do
  case $argument in
    --yes) consent=yes ;;
    --all) all=yes ;;
    *) echo "setup: unknown option $argument (known: --yes, --all)" >&2; exit 2 ;;
  esac
done

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { printf 'setup: %s\n       %s\n' "$1" "$2" >&2; exit 7; }

# --- programs -------------------------------------------------------------------------------------------------------
find_dotnet() {
  local candidate
  for candidate in "${DOTNET_ROOT:-}/dotnet" "$(command -v dotnet || true)" "$HOME/.dotnet/dotnet" /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet; do
    [[ -x $candidate ]] || continue
    "$candidate" --list-sdks 2>/dev/null | grep -qE '^1[0-9]\.' && { readlink -f "$candidate"; return; }
  done
  return 1
}
dotnet=$(find_dotnet) || fail "the .NET 10 SDK was not found" "install it (package dotnet-sdk-10.0, or dotnet-install.sh --channel 10.0) and start again"

node_major() { node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/'; }
(( $(node_major || echo 0) >= 20 )) || fail "Node.js 20 or newer was not found" "install it (for example from your distribution or nodejs.org) and start again"
command -v npm >/dev/null || fail "npm was not found" "install it beside Node.js and start again"

missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need cc gcc
need bwrap bubblewrap
[[ -e /usr/include/stdlib.h ]] || missing+=(libc6-dev)
if [[ $all == yes ]]; then
  # What each language's plugin says it needs; the system's own Python and not another one on the PATH.
  [[ -x /usr/bin/python3 ]] || missing+=(python3)
  # A plugin may ask a program for one of its modules: `version: [perl, -MPadWalker, …]` has to work, too.
  while IFS='|' read -r program version package; do
    # What stands for the tool chain of one user, the sandbox can't use.
    found=$(readlink -f "$(command -v "$program" || true)" || true)
    [[ -n $found && $found != */rustup || -x /usr/bin/$program ]] || missing+=("$package")
    if [[ $version == *", -M"* ]]; then
      module=${version#*, }
      "$program" "${module%%,*}" -e 1 2>/dev/null || missing+=("$package")
    fi
  done < <(sed -nE 's/^ *- *\{program: *([^,} ]+)(, *version: *\[([^]]*)\])?.*install: *\{apt: *([^,} ]+).*/\1|\3|\4/p' "$root"/plugins/languages/*/plugin.yaml | sort -u)
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u | sed '/^$/d')
fi
if (( ${#missing[@]} )); then
  if [[ $consent != yes && -t 0 && -t 2 ]]; then
    read -r -p "setup: install the system packages ${missing[*]}? [y/N] " answer
    [[ $answer == [yY]* ]] && consent=yes
  fi
  [[ $consent == yes ]] || fail "system packages are missing: ${missing[*]}" "apt-get install ${missing[*]}   or start again with --yes"
  sudo=(); (( EUID == 0 )) || sudo=(sudo)
  say "installing ${missing[*]}"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# --- one set-up at a time -------------------------------------------------------------------------------------------
mkdir -p "$deps"
exec 9>"$deps/setup.lock"
flock 9

# --- pinned dependencies --------------------------------------------------------------------------------------------
bash "$here/install.sh"
mkdir -p "$deps/native"
bash "$here/build-launcher.sh" "$deps/native"
while IFS= read -r lock; do
  folder=$(dirname "$lock")
  want=$(sha256sum < "$lock")
  [[ -f $folder/node_modules/.lock-hash && $(<"$folder/node_modules/.lock-hash") == "$want" ]] && continue
  say "installing the packages of ${folder#"$root"/}"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  printf '%s' "$want" > "$folder/node_modules/.lock-hash"
done < <(find "$root/plugins" -name node_modules -prune -o -name package-lock.json -print)

# --- build ----------------------------------------------------------------------------------------------------------
say "building"
log="$deps/build.log"
rid=linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
build() { "$dotnet" "$@" >"$log" 2>&1 || { tail -n 30 "$log" >&2; fail "the build failed" "the whole log is in $log"; }; }
# The new build replaces the old one in one step, so that a start beside us never sees half of it.
rm -rf "$deps/app.new"
for program in src/CodeAlchemy.Cli lsp/CodeAlchemy.LanguageServer; do
  build publish "$root/$program" -c Release -r "$rid" --self-contained false -p:RunAnalyzers=false -p:PublishReadyToRun=true -o "$deps/app.new"
done
while IFS= read -r project; do
  build build "$project" -c Release -p:RunAnalyzers=false
done < <(find "$root/plugins" \( -name bin -o -name obj -o -name node_modules -o -name scaffold \) -prune -o -name '*.csproj' -print)
rm -rf "$deps/app.old"; [[ -d $deps/app ]] && mv "$deps/app" "$deps/app.old"
mv "$deps/app.new" "$deps/app"; rm -rf "$deps/app.old"
printf '%s' "$(dirname "$dotnet")" > "$deps/dotnet-root"
touch "$deps/setup.stamp"
say "ready"
