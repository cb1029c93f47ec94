# expect: ok
# left-out: 1
truncate -s 50M trace1.txt
