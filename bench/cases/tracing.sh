# Events per second from the command to the last line of JSON, compiling and starting included; and of the tracer and the
# reader alone, as the slope between two sizes.
declare -A tracing_target=([python]=100000 [c]=300000 [cpp]=300000 [java]=300000 [javascript]=200000 [typescript]=200000)

bench_tracing() {
  local language file events few large small whole slope target
  printf '| language | events | wall, s | events/s | target | | slope, events/s |\n|---|---|---|---|---|---|---|\n'
  for language in "${languages[@]}"; do
    file=$(fresh "$language")
    events=$(traced_events "$file" "$rounds")
    few=$(traced_events "$file" $((rounds / 4)))
    large=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$language")" -- "$rounds"; done | median)
    small=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$language")" -- $((rounds / 4)); done | median)
    whole=$(calc %.0f "$events / $large")
    slope=$(calc %.0f "($events - $few) / ($large - $small)")
    target=${tracing_target[$language]}
    echo "$whole" > "$work/rate.$language"
    printf '| %s | %s | %.1f | **%s** | %s | %s | %s |\n' "${title[$language]}" "$(thousands "$events")" "$large" \
      "$(thousands "$whole")" "$(thousands "$target")" "$(verdict "$whole" "$target" at-least)" "$(thousands "$slope")"
  done
}

traced_events() { trace "$1" -- "$2" | tail -n 1 | sed -E 's/.*"recorded":([0-9]+).*/\1/'; }
