# expect: disk-limit
# left-out: some
for ((i = 0; i < 10000; i++)); do echo "TRACE:VAR:a:$i" > trace$i.txt; done
