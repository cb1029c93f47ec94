# expect: signal
# files: trace1.txt
echo one > trace1.txt
kill -9 -1
kill -9 $$
