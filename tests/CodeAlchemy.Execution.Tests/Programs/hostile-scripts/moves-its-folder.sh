# expect: ok
# files: trace1.txt
mkdir deep
echo other > deep/trace2.txt
echo here > trace1.txt
cd deep
echo "../trace9.txt" > '../..trace1.txt'
