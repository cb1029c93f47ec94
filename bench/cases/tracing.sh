# Events per second from the command to the last line of JSON: of a file that is new, compiling and starting included; of the same file
# again, as each program of a manifest is compiled once and run four times; and of the tracer and the reader alone, as the slope between two sizes.
declare -A tracing_target=([python]=100000 [c]=300000 [cpp]=300000 [java]=300000 [javascript]=200000 [typescript]=200000
  [go]=300000 [rust]=300000 [csharp]=300000 [kotlin]=300000 [scala]=300000 [groovy]=300000 [ruby]=100000 [perl]=100000 [lua]=100000 [php]=100000)

bench_tracing() {
  local language file events few large again small whole repeated n target
  printf '| language | events | wall, s | events/s | target | | again, events/s | | slope, events/s |\n|---|---|---|---|---|---|---|---|---|\n'
  for language in "${languages[@]}"; do
    [[ $language == sql ]] && continue   # it has no loop
    n=$((rounds / ${slowness[$language]:-1}))
    file=$(fresh "$language")
    events=$(traced_events "$file" "$n")
    few=$(traced_events "$file" $((n / 4)))
    large=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$language")" -- "$n"; done | median)
    again=$(for _ in $(seq "$runs"); do seconds trace "$file" -- "$n"; done | median)
    small=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$language")" -- $((n / 4)); done | median)
    whole=$(calc %.0f "$events / $large")
    repeated=$(calc %.0f "$events / $again")
    target=${tracing_target[$language]:-0}
    echo "$whole" > "$work/rate.$language"
    printf '| %s | %s | %.1f | **%s** | %s | %s | **%s** | %s | %s |\n' "${title[$language]}" "$(thousands "$events")" "$large" \
      "$(thousands "$whole")" "$( ((target)) && thousands "$target" || echo – )" "$(rating "$whole")" "$(thousands "$repeated")" "$(rating "$repeated")" \
      "$(thousands "$(calc %.0f "($events - $few) / ($large - $small)")")"
  done
}

# rating RATE: the verdict on it, where the language of the moment has a target.
rating() { ((target)) && verdict "$1" "$target" at-least || echo –; }

# traced_events FILE ROUNDS: how many events the whole program has; a program that did not end well is no measurement.
traced_events() {
  local end
  end=$(trace "$1" -- "$2" | tail -n 1)
  [[ $end == *'"status":"ok"'* ]] || { echo "bench: $1 $2 ended with: $end" >&2; return 1; }
  sed -E 's/.*"recorded":([0-9]+).*/\1/' <<< "$end"
}
