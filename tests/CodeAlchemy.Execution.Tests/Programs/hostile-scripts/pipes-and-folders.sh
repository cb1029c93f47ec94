# expect: ok
# left-out: 2
mkfifo trace1.txt
mkdir trace2.txt
