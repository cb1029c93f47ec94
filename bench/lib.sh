# What the benchmarks share. Every time is wall-clock time; every figure is a median unless its table says otherwise.
runs=${BENCH_RUNS:-3}                  # repetitions of what takes seconds
starts=${BENCH_STARTS:-20}             # repetitions of what takes milliseconds
launches=${BENCH_LAUNCHES:-300}
rounds=${BENCH_ROUNDS:-60000}          # rounds of the traced loop, about 17 events each
steps=${BENCH_STEPS:-1000}             # rounds of the same loop in a debugger
files=${BENCH_FILES:-1000000}          # files of the pipeline

load=$(cut -d ' ' -f 1 /proc/loadavg)   # of others: a figure taken on a busy machine says so

# In memory, so that no disk is measured.
work=$(mktemp -d "$([[ -w /dev/shm ]] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/codealchemy-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

declare -A program=(
  [c]=c/counts.c [cpp]=cpp/counts.cpp [java]=java/Counts.java [javascript]=javascript/counts.js [typescript]=typescript/counts.ts [python]=python/counts.py
  [go]=go/counts.go [rust]=rust/counts.rs [ruby]=ruby/counts.rb [perl]=perl/counts.pl [lua]=lua/counts.lua [php]=php/counts.php
  [kotlin]=kotlin/Counts.kt [scala]=scala/Counts.scala [groovy]=groovy/counts.groovy [csharp]=csharp/Counts.cs [bash]=bash/counts.sh [tcl]=tcl/counts.tcl
  [sql]=sql/counts.sql
)
declare -A title=(
  [c]=C [cpp]=C++ [java]=Java [javascript]=JavaScript [typescript]=TypeScript [python]=Python [go]=Go [rust]=Rust [ruby]=Ruby [perl]=Perl [lua]=Lua [php]=PHP
  [kotlin]=Kotlin [scala]=Scala [groovy]=Groovy [csharp]='C#' [bash]=Bash [tcl]=Tcl [sql]=SQL
)
# Rounds are divided by it where a language itself is slow.
declare -A slowness=([bash]=60 [tcl]=4 [groovy]=4)
languages=(${BENCH_LANGUAGES:-python c cpp java javascript typescript go rust csharp kotlin scala groovy ruby perl lua php tcl bash sql})
# Those that are compared with debuggers.
first_languages=(python c cpp java javascript typescript)

dotnet=dotnet; [[ -f .deps/dotnet-root ]] && dotnet="$(<.deps/dotnet-root)/dotnet"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

build() { "$dotnet" build "$1" -c Release -v quiet --nologo -p:RunAnalyzers=false >&2; }

# seconds COMMAND…: how long it took; its output is thrown away.
seconds() {
  local start=$EPOCHREALTIME
  "$@" > /dev/null 2> "$work/stderr" || { cat "$work/stderr" >&2; return 1; }
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.6f\n", b - a }'
}

median() { sort -g | awk '{ v[NR] = $1 } END { if (NR % 2) print v[(NR + 1) / 2]; else print (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
calc() { awk "BEGIN { printf \"$1\", $2 }"; }
thousands() { printf '%.0f' "$1" | sed -E ':a; s/^([0-9]+)([0-9]{3})/\1,\2/; ta'; }

# verdict VALUE TARGET at-least|at-most
verdict() { awk -v v="$1" -v t="$2" -v how="$3" 'BEGIN { print ((how == "at-least" ? v >= t : v <= t) ? "met" : "**missed**") }'; }

trace() { ./codealchemy trace --quiet --json --events 100000000 --trace-bytes 1073741824 --timeout 300 --memory 4096 "$@"; }

# comment_of LANGUAGE: what begins a comment.
comment_of() { case $1 in python|ruby|perl|bash|tcl) echo '#' ;; lua|sql) echo '--' ;; *) echo '//' ;; esac; }

# fresh LANGUAGE: a copy of its program that no cache knows, in a folder of its own.
fresh() {
  local from=bench/programs/${program[$1]} folder
  folder=$(mktemp -d "$work/program.XXXXXX")
  cp "$from" "$folder"
  printf '%s %s\n' "$(comment_of "$1")" "$(basename "$folder")" >> "$folder/$(basename "$from")"
  echo "$folder/$(basename "$from")"
}

# Puts a file between the marks of a section of the report.
keep() {
  local report=bench/README.md
  awk -v name="$1" -v file="$2" '
    $0 == "<!-- " name " -->" { print; while ((getline line < file) > 0) print line; skip = 1; next }
    $0 == "<!-- /" name " -->" { skip = 0 }
    !skip { print }' "$report" > "$work/report.md"
  cat "$work/report.md" > "$report"
}

machine() {
  printf '%s, %s cores, %s GiB; Linux %s; .NET %s, gcc %s, Java %s, Node %s, Python %s, gdb %s. Load average before the start: %s. %s.\n' \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1 | tr -s ' ')" "$(nproc)" "$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" \
    "$(uname -r | grep -oE '^[0-9]+\.[0-9]+')" "$("$dotnet" --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\).*/\1/p' | tail -n 1)" \
    "$(gcc -dumpfullversion)" "$(java --version | sed -n '1s/[^0-9]*\([0-9.]*\).*/\1/p')" "$(node --version | tr -d v)" \
    "$(/usr/bin/python3 --version | cut -d ' ' -f 2)" "$(gdb --version | sed -n '1s/.* //p')" "$load" "$(date -u +%F)"
}

for case in bench/cases/*.sh; do source "$case"; done
