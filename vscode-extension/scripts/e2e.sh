#!/usr/bin/env bash
# Tests of the extension: of its pure parts, and of all of it in the real workbench in a real browser. Ends with "N passed, N failed".
# usage: scripts/e2e.sh [--unit]     --unit leaves the workbench out; exit 7: something that the workbench needs is missing; the last line names it
set -uo pipefail
extension=$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$extension"
unit=; [[ ${1:-} == --unit ]] && unit=yes
if [[ ! $unit && ${CI:-} ]] && ! { command -v chromium && command -v rg; } >/dev/null; then
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium ripgrep python3 make g++ >/dev/null
fi
missing=()
[[ $unit ]] || for program in chromium rg c++ make python3; do command -v "$program" >/dev/null || missing+=("$program"); done
[[ $unit || $(node --version) == v20.* ]] || missing+=("Node 20 (the workbench needs it)")
if (( ${#missing[@]} )); then echo "the workbench needs: ${missing[*]}"; exit 7; fi

[[ $unit ]] || ../codealchemy --version >/dev/null || exit $?
want=$(sha256sum < package-lock.json)
if [[ ! -f node_modules/.lock-hash || $(<node_modules/.lock-hash) != "$want" ]]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || exit $?
  printf '%s' "$want" > node_modules/.lock-hash
fi
[[ $unit ]] || bash scripts/install-workbench.sh || exit $?

out=test/e2e/out; rm -rf "$out"; mkdir -p "$out"
status=0
npx tsc --noEmit || status=1
npx eslint . || status=1
npx vitest run --reporter=default --reporter=json --outputFile.json="$out/unit.json" || status=1
if [[ $unit ]]; then
  :
elif bash scripts/package.sh linux-x64 "$out" >"$out/pack.log" 2>&1; then
  # What fails in the browser is tried once more, in a new workbench, and named: clicks and keys share a machine with whatever else runs.
  if ! npx vitest run --config vitest.e2e.config.mts; then
    mapfile -t again < <(node -e 'for (const file of JSON.parse(require("fs").readFileSync(process.argv[1])).testResults) if (file.status !== "passed") console.log(require("path").basename(file.name))' "$out/report.json")
    echo "tried again: ${again[*]}"
    if (( ${#again[@]} == 0 )); then
      status=1
    else
      E2E_REPORT="$out/again.json" npx vitest run --config vitest.e2e.config.mts "${again[@]}" || status=1
    fi
  fi
else
  tail -n 20 "$out/pack.log"; status=1
fi
reports=("$out/unit.json"); [[ $unit ]] || reports+=("$out/report.json")
[[ -f $out/again.json ]] && reports+=("$out/again.json")
read -r passed failed < <(node scripts/count-tests.mjs "${reports[@]}")
(( status == 0 || failed > 0 )) || failed=1
echo "$passed passed, $failed failed"
exit $status
