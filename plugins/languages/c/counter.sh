#!/bin/sh
# Counts how often each line runs, by gcov, to check the tracer against. usage: counter.sh SOURCE ARGUMENTS…
# Lines that only open, close, label or declare are left out: gcov gives them counts, but nothing happens there.
source=$1
shift
file=$CODEALCHEMY_COUNTER_FILE
unset CODEALCHEMY_COUNTER_FILE CODEALCHEMY_TRACE_FD CODEALCHEMY_TRACE_LIMITS
GCOV_PREFIX=/tmp/coverage /out/program "$@" > /dev/null
status=$?
cd /tmp/coverage/out 2> /dev/null || exit $status
cp /out/*.gcno .
# gcov's JSON names the file behind its lines; its text form would need the source where it was compiled.
gcov --json-format --stdout ./*.gcda 2> /dev/null | awk -v source="$source" '
  function value(text, key) {
    if (!match(text, "\"" key "\": *[0-9]+")) return -1
    text = substr(text, RSTART, RLENGTH)
    sub(/^.*: */, "", text)
    return text + 0
  }
  function quiet(text) {
    sub(/\/\/.*$/, "", text); sub(/\/\*.*\*\/[ \t]*$/, "", text); sub(/[ \t\r]+$/, "", text)
    if (text ~ /^[ \t]*([{}]|[}];|[}]? *else *[{]?|do *[{]?|default *:|case [^;]*:|try *[{]?|[}] *catch.*)?$/) return 1
    if (text ~ /^[ \t]*static [^()]*;$/) return 1
    if (text ~ /^[ \t]*(return|goto|delete|throw|break|continue|else)[ ;]/) return 0
    gsub(/\[[^;=]*\]/, "", text)
    return text ~ /^[ \t]*[A-Za-z_][A-Za-z0-9_:]*[ \t*][A-Za-z0-9_:, \t*]*;$/
  }
  BEGIN {
    RS = "}"
    name = source; sub(/^.*\//, "", name)
    while ((getline part < source) > 0) text = text (text == "" ? "" : "}") part
    n = split(text, lines, "\n")
  }
  {
    # What stands behind the last line and function of a file names it.
    if (match($0, /"file": *"[^"]*"/)) {
      path = substr($0, RSTART + 8, RLENGTH - 9)
      sub(/^.*[\/"]/, "", path)
      if (path == name) for (line in count) if (!(line in opening) && !quiet(lines[line])) print line, count[line]
      split("", count); split("", opening)
    }
    line = value($0, "line_number"); start = value($0, "start_line")
    if (line > 0) count[line] += value($0, "count")
    if (start > 0 && value($0, "end_line") != start) opening[start] = 1
  }' > "$file"
exit $status
