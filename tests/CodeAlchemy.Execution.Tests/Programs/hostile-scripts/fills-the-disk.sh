# expect: disk-limit
for i in 1 2 3 4 5; do head -c 60000000 /dev/zero > trace$i.txt; done
