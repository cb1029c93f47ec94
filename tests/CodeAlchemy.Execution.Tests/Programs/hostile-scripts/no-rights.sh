# expect: ok
# files: trace1.txt
echo shut > trace1.txt
chmod 000 trace1.txt
chmod 000 .
