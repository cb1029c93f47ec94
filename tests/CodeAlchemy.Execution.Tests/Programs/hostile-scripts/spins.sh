# expect: cpu-limit
while :; do :; done
