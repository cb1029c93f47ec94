# Events per second from the command to the last line of JSON, compiling and starting included; and of the tracer and the
# reader alone, as the slope between two sizes.
declare -A tracing_target=([python]=100000 [c]=300000 [cpp]=300000 [java]=300000 [javascript]=200000 [typescript]=200000
  [go]=300000 [rust]=300000 [csharp]=300000 [kotlin]=300000 [scala]=300000 [groovy]=300000 [ruby]=100000 [perl]=100000 [lua]=100000 [php]=100000)

bench_tracing() {
  local language file events few large small whole slope target n
  printf '| language | events | wall, s | events/s | target | | slope, events/s |\n|---|---|---|---|---|---|---|\n'
  for language in "${languages[@]}"; do
    [[ $language == sql ]] && continue   # it has no loop
    n=$((rounds / ${slowness[$language]:-1}))
    file=$(fresh "$language")
    events=$(traced_events "$file" "$n")
    few=$(traced_events "$file" $((n / 4)))
    large=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$language")" -- "$n"; done | median)
    small=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$language")" -- $((n / 4)); done | median)
    whole=$(calc %.0f "$events / $large")
    slope=$(calc %.0f "($events - $few) / ($large - $small)")
    target=${tracing_target[$language]:-0}
    echo "$whole" > "$work/rate.$language"
    printf '| %s | %s | %.1f | **%s** | %s | %s | %s |\n' "${title[$language]}" "$(thousands "$events")" "$large" \
      "$(thousands "$whole")" "$( ((target)) && thousands "$target" || echo – )" "$( ((target)) && verdict "$whole" "$target" at-least || echo – )" "$(thousands "$slope")"
  done
}

traced_events() { trace "$1" -- "$2" | tail -n 1 | sed -E 's/.*"recorded":([0-9]+).*/\1/'; }
