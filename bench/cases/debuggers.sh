# The same loop stepped by each language's debugger, with the locals read at every stop. Only the stepping is timed.
declare -A debugger=([c]='gdb, Python' [cpp]='gdb, Python' [java]='JDI' [javascript]='inspector of V8' [python]='bdb')

bench_debuggers() {
  local language peers rates=() ours theirs ratio
  peers=$(mktemp -d "$work/peers.XXXXXX")
  gcc -g -O0 bench/programs/c/counts.c -o "$peers/c"
  g++ -g -O0 bench/programs/cpp/counts.cpp -o "$peers/cpp"
  javac -g -d "$peers" bench/peers/JdiStep.java bench/programs/java/Counts.java
  printf '| language | debugger | its stops/s | events/s of a whole trace | ratio | target 50 |\n|---|---|---|---|---|---|\n'
  for language in "${languages[@]}"; do
    [[ ${debugger[$language]:-} ]] || continue
    [[ -f $work/rate.$language ]] || bench_rate "$language"
    ours=$(<"$work/rate.$language")
    theirs=$(for _ in $(seq "$runs"); do step "$language"; done | median)
    ratio=$(calc %.1f "$ours / $theirs")
    printf '| %s | %s | %s | %s | **%s** | %s |\n' "${title[$language]}" "${debugger[$language]}" "$(thousands "$theirs")" \
      "$(thousands "$ours")" "$ratio" "$(verdict "$ratio" 50 at-least)"
  done
}

# The rate of tracing, when that was not measured in the same run.
bench_rate() {
  local events time
  events=$(traced_events "$(fresh "$1")" "$rounds")
  time=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$1")" -- "$rounds"; done | median)
  calc '%.0f\n' "$events / $time" > "$work/rate.$1"
}

# step LANGUAGE: stops per second of its debugger.
step() {
  case $1 in
    c | cpp) gdb --batch -q -nx -x bench/peers/gdb_step.py --args "$peers/$1" $((steps / 5)) ;;
    java) java -cp "$peers" JdiStep "$peers" Counts "$steps" ;;
    javascript) node bench/peers/inspector_step.js bench/programs/javascript/counts.js $((steps / 5)) ;;
    python) /usr/bin/python3 bench/peers/bdb_step.py bench/programs/python/counts.py $((steps * 10)) ;;
  esac 2> /dev/null | sed -nE 's/^RESULT .* ([0-9]+)$/\1/p'
}
