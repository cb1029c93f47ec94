# expect: ok
# left-out: some
for ((i = 0; i < 100; i++)); do echo "TRACE:VAR:a:$i" > trace$i.txt; done
