# Renderings of a prompt of the usual kind on one thread, the median of several runs.
bench_prompts() {
  local project=bench/prompts program rates length rate
  build "$project"
  program=$project/bin/Release/net10.0/CodeAlchemy.Bench.Prompts.dll
  for (( i = 0; i < runs; i++ )); do "$dotnet" "$program" 5 >> "$work/prompts.txt"; done
  rate=$(cut -d ' ' -f 1 "$work/prompts.txt" | median)
  length=$(cut -d ' ' -f 2 "$work/prompts.txt" | head -n 1)
  printf 'A prompt of %s characters with variables, members, a loop, conditions, pipes and a default, one thread: **%s renderings/s** (target at least 50,000: %s).\n' \
    "$(thousands "$length")" "$(thousands "$rate")" "$(verdict "$rate" 50000 at-least)"
}
