#!/usr/bin/env bash
# Runs every test and ends with "N passed, N failed, N skipped". usage: ./test.sh [NAME…]   a NAME picks test projects that contain it
set -uo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
bash tools/setup/setup.sh --all || exit $?
dotnet=dotnet; [[ -f .deps/dotnet-root ]] && dotnet="$(<.deps/dotnet-root)/dotnet"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CODEALCHEMY_ROOT="$root"
results="$root/artifacts/tests"; rm -rf "$results"; mkdir -p "$results"
"$dotnet" build CodeAlchemy.sln -c Release -v quiet --nologo 2>&1 | grep -E 'error|warning|Warn|Error' | sort -u
(( PIPESTATUS[0] == 0 )) || { echo "the build failed"; exit 1; }

passed=0 failed=0 skipped=0 status=0 skips=()
count() { grep -oE "$1=\"[0-9]+\"" "$2" | head -n 1 | grep -oE '[0-9]+' || echo 0; }
for project in tests/*.Tests; do
  name=$(basename "$project")
  if (( $# )); then match=; for wanted in "$@"; do [[ $name == *"$wanted"* ]] && match=1; done; [[ $match ]] || continue; fi
  report="$results/$name.xml"
  echo "== $name"
  timeout 1500 "$dotnet" "$project/bin/Release/net10.0/$name.dll" -noLogo -noColor -xml "$report" > "$results/$name.log" 2>&1
  code=$?
  if [[ ! -s $report ]]; then
    tail -n 40 "$results/$name.log"; echo "   $name gave no report (exit $code)"; failed=$((failed + 1)); status=1; continue
  fi
  p=$(count passed "$report") f=$(count failed "$report") s=$(count skipped "$report")
  if (( f > 0 || code != 0 )); then status=1; grep -vE '^\s*$' "$results/$name.log" | tail -n 120; (( f > 0 )) || f=1; fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  while IFS= read -r line; do skips+=("$line"); done < <(grep -E '\[SKIP\]' "$results/$name.log")
  echo "   $p passed, $f failed, $s skipped"
done
for folder in plugins/languages/*/test; do
  [[ -d $folder ]] || continue
  if (( $# )); then match=; for wanted in "$@"; do [[ $folder == *"$wanted"* ]] && match=1; done; [[ $match ]] || continue; fi
  echo "== $folder"
  log="$results/$(echo "$folder" | tr / -).log"
  timeout 900 node --test --test-reporter=tap "$folder"/*.test.js > "$log" 2>&1; code=$?
  p=$(grep -E '^# pass ' "$log" | grep -oE '[0-9]+' || echo 0) f=$(grep -E '^# fail ' "$log" | grep -oE '[0-9]+' || echo 1) s=$(grep -E '^# skipped ' "$log" | grep -oE '[0-9]+' || echo 0)
  (( code == 0 )) || { status=1; (( f > 0 )) || f=1; grep -A 20 '^not ok' "$log" | head -n 80; }
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  echo "   $p passed, $f failed, $s skipped"
done
wanted=1; if (( $# )); then wanted=; for name in "$@"; do [[ vscode-extension == *"$name"* ]] && wanted=1; done; fi
if [[ $wanted ]]; then
  echo "== vscode-extension"
  log="$results/vscode-extension.log"
  timeout 1500 bash vscode-extension/scripts/e2e.sh > "$log" 2>&1; code=$?
  s=0
  if (( code == 7 )); then
    # Without a browser what needs none is tested all the same.
    s=1; skips+=("vscode-extension: $(tail -n 1 "$log") [SKIP]")
    timeout 600 bash vscode-extension/scripts/e2e.sh --unit > "$log" 2>&1; code=$?
  fi
  p=$(tail -n 1 "$log" | grep -oE '^[0-9]+ passed' | grep -oE '[0-9]+' || echo 0) f=$(tail -n 1 "$log" | grep -oE '[0-9]+ failed' | grep -oE '[0-9]+' || echo 1)
  (( code == 0 )) || { status=1; (( f > 0 )) || f=1; grep -vE '^\s*$' "$log" | tail -n 120; }
  grep '^tried again: ' "$log" | sed 's/^/   /'
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  echo "   $p passed, $f failed, $s skipped"
fi
if (( ${#skips[@]} )); then printf 'skipped:\n'; printf '  %s\n' "${skips[@]}"; fi
echo "$passed passed, $failed failed, $skipped skipped"
(( passed > 0 )) || status=1
exit $status
