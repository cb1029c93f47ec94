#!/bin/bash

# Counts how often each line of a program runs, by the shell's own xtrace and not by the hooks of the tracer.
#
# counter.sh LAUNCH PROGRAM ARGUMENTS… runs the program and writes "LINE COUNT" lines to the file named by CODEALCHEMY_COUNTER_FILE.

output=$CODEALCHEMY_COUNTER_FILE
launch=$1 program=$2
shift 2
unset "${!CODEALCHEMY_@}"
trace=$(mktemp)
exec {descriptor}>>"$trace"

# The first character is repeated for each level of substitutions. Lines that no mark begins go on with a command of several lines.
BASH_XTRACEFD=$descriptor PS4=$'\x1e\x1d${BASH_SOURCE:-}\x1d${LINENO:-}\x1d' "$launch" - bash -x "$program" "$@"
status=$?

# Each assignment and each part of [[ ]] is told of by itself: what follows on the same line and level belongs to one command.
awk -F $'\x1d' -v name="${program##*/}" '
  !/^\036+\035/ || NF < 4 || $2 != name { next }
  { count[$3]++ }
  END { for (line in count) print line, count[line] }
' "$trace" > "$output"
exit "$status"
