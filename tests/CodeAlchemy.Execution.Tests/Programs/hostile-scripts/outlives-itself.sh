# expect: ok
# files: trace1.txt
echo one > trace1.txt
(trap '' TERM HUP; setsid sleep 600; echo late >> trace1.txt) > /dev/null 2>&1 &
exit 0
