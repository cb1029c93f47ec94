# The same loop stepped by each language's debugger, with the locals read at every stop. Only the stepping is timed.
# A word for each peer of a language; Python's debugger is measured by its hook and as a person drives it.
declare -A peers_of=([c]=gdb [cpp]=gdb [java]=jdi [javascript]=inspector [python]='bdb pdb')
declare -A debugger=([gdb]='gdb, Python' [jdi]='JDI' [inspector]='inspector of V8' [bdb]='bdb, a hook in Python' [pdb]='pdb, commands through a pipe')

bench_debuggers() {
  local language peer peers ours theirs ratio
  peers=$(mktemp -d "$work/peers.XXXXXX")
  gcc -g -O0 bench/programs/c/counts.c -o "$peers/c"
  g++ -g -O0 bench/programs/cpp/counts.cpp -o "$peers/cpp"
  javac -g -d "$peers" bench/peers/JdiStep.java bench/programs/java/Counts.java
  printf '| language | debugger | its stops/s | events/s of a whole trace | ratio | target 50 |\n|---|---|---|---|---|---|\n'
  for language in "${first_languages[@]}"; do
    [[ ${peers_of[$language]:-} ]] || continue
    [[ -f $work/rate.$language ]] || bench_rate "$language"
    ours=$(<"$work/rate.$language")
    for peer in ${peers_of[$language]}; do
      theirs=$(for _ in $(seq "$runs"); do step "$language" "$peer"; done | median)
      ratio=$(calc %.1f "$ours / $theirs")
      printf '| %s | %s | %s | %s | **%s** | %s |\n' "${title[$language]}" "${debugger[$peer]}" "$(thousands "$theirs")" \
        "$(thousands "$ours")" "$ratio" "$(verdict "$ratio" 50 at-least)"
    done
  done
}

# The rate of tracing, when that was not measured in the same run.
bench_rate() {
  local events time
  events=$(traced_events "$(fresh "$1")" "$rounds")
  time=$(for _ in $(seq "$runs"); do seconds trace "$(fresh "$1")" -- "$rounds"; done | median)
  calc '%.0f\n' "$events / $time" > "$work/rate.$1"
}

# step LANGUAGE PEER: stops per second of its debugger.
step() {
  case $2 in
    gdb) gdb --batch -q -nx -x bench/peers/gdb_step.py --args "$peers/$1" $((steps / 5)) ;;
    jdi) java -cp "$peers" JdiStep "$peers" Counts "$steps" ;;
    inspector) node bench/peers/inspector_step.js bench/programs/javascript/counts.js $((steps / 5)) ;;
    bdb) /usr/bin/python3 bench/peers/bdb_step.py bench/programs/python/counts.py $((steps * 10)) ;;
    pdb) /usr/bin/python3 bench/peers/pdb_step.py bench/programs/python/counts.py work $((steps / 2)) ;;
  esac 2> /dev/null | sed -nE 's/^RESULT .* ([0-9]+)$/\1/p'
}
