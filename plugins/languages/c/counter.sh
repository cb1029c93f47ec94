#!/bin/sh
# Counts how often each line runs, by gcov, to check the tracer against. usage: counter.sh SOURCE ARGUMENTS…
source=$1
shift
file=$CODEALCHEMY_COUNTER_FILE
unset CODEALCHEMY_COUNTER_FILE CODEALCHEMY_TRACE_FD CODEALCHEMY_TRACE_LIMITS
GCOV_PREFIX=/tmp/coverage /out/program "$@" > /dev/null
status=$?
cd /tmp/coverage/out 2> /dev/null || exit $status
cp /out/*.gcno .
gcov --stdout ./*.gcda 2> /dev/null | awk -v name="${source##*/}" '
  { split($0, part, ":"); count = part[1]; line = part[2] + 0; gsub(/ /, "", count) }
  line == 0 && part[3] == "Source" { n = split(part[4], path, "/"); ours = path[n] == name }
  ours && line > 0 && count != "-" && !(line in seen) {
    seen[line] = 1
    sub(/\*$/, "", count)
    print line, (count ~ /^[#=]+$/ ? 0 : count)
  }' > "$file"
exit $status
