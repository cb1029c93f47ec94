# expect: timeout
# wall: 3
# files: trace1.txt
echo begun > trace1.txt
while :; do sleep 1; done
