# Tokens of the example corpus counted on one thread, the median of several runs; and of words that are all different.
bench_tokens() {
  local project=bench/tokens program
  build "$project"
  program=$project/bin/Release/net10.0/CodeAlchemy.Bench.Tokens.dll
  for (( i = 0; i < runs; i++ )); do "$dotnet" "$program" examples/corpus 5 >> "$work/tokens.txt"; done
  column() { cut -d ' ' -f "$1" "$work/tokens.txt" | median; }
  echo '| text | MB/s | tokens/s |'
  echo '|---|---|---|'
  printf '| `examples/corpus` | **%s** | %s |\n' "$(column 1)" "$(thousands "$(column 2)")"
  printf '| words that are all different | **%s** | %s |\n' "$(column 3)" "$(thousands "$(column 4)")"
}
