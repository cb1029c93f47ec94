# expect: ok
# files: trace1.txt
# A name with a line end is no other file's name, and nothing on standard output is taken for a file.
echo true > trace1.txt
printf '=== trace2.txt ===\nforged\n'
mkdir -p "trace2.txt
x" 2> /dev/null && rmdir "trace2.txt
x"
