# How long small programs of all languages take together: compiling, one run untraced and three traced, rows written. The programs are
# the samples of the language plugins, and the same again with a comment behind, which no cache knows, until there are enough.
mixed=${BENCH_MIXED:-500}
mixed_target=900

bench_mixed() {
  local corpus=$work/corpus cache count taken
  cache=$(mktemp -d "${TMPDIR:-/tmp}/codealchemy-mixed.XXXXXX"); chmod 755 "$cache"
  mixed_corpus "$corpus"
  count=$(find "$corpus" -name 'program.*' ! -name '*.cases.yaml' | wc -l)
  mixed_manifest "$corpus" > "$work/mixed.yaml"
  # The plugins' own parts are built before: that happens once per installation.
  for language in "${languages[@]}"; do CODEALCHEMY_CACHE_DIR=$cache trace "$(fresh "$language")" -- 1 > /dev/null; done
  taken=$(CODEALCHEMY_CACHE_DIR=$cache seconds ./codealchemy run "$work/mixed.yaml" --json)
  printf '%s programs in %s languages, %s rows, %s inputs without a row: **%.0f s** (target at most %s: %s).\n' "$(thousands "$count")" \
    "$(find "$corpus" -mindepth 1 -maxdepth 1 | wc -l)" "$(mixed_total rows)" "$(mixed_total failed)" "$taken" "$mixed_target" "$(verdict "$taken" "$mixed_target" at-most)"
  rm -rf "$cache"
}

mixed_total() { sed -n "s/^  \"$1\": \([0-9]*\),\$/\1/p" "$work/mixed/ledger.json" | head -n 1; }

# mixed_corpus FOLDER: one round after the other over all samples, each round with other contents.
mixed_corpus() {
  local round=0 left=$mixed sample language file mark
  while (( left > 0 )); do
    for sample in plugins/languages/*/samples/*/; do
      (( left > 0 )) || break
      language=$(basename "$(dirname "$(dirname "$sample")")")
      file=$(echo "$sample"program.*)
      [[ -f $file && -n ${program[$language]:-} ]] || continue
      mkdir -p "$1/$language/$round-$(basename "$sample")"
      cp "$file" "$1/$language/$round-$(basename "$sample")/"
      [[ -f ${sample}cases.yaml ]] && cp "${sample}cases.yaml" "$1/$language/$round-$(basename "$sample")/$(basename "$file").cases.yaml"
      mark=$(comment_of "$language")
      (( round == 0 )) || printf '\n%s round %s\n' "$mark" "$round" >> "$1/$language/$round-$(basename "$sample")/$(basename "$file")"
      left=$((left - 1))
    done
    round=$((round + 1))
  done
}

mixed_manifest() {
  printf 'apiVersion: codealchemy/v1\nkind: Pipeline\nname: mixed\nsource: {files: {root: %s}}\nstrategies: [code-trace]\nrun: {rejects: {atMost: 100%%}}\noutput: {path: %s}\n' "$1" "$work/mixed"
}
