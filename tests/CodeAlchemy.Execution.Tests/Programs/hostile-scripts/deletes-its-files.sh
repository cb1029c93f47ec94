# expect: ok
# files:
echo gone > trace1.txt
rm -rf -- ./* "$0"
