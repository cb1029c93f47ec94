# Größe
word='naïve 日本語 🎈'
bytes=$'\xff\x01'
quotes="a \"b\" \$c"
lines=$'one\ttwo\nthree'
long=$(printf 'x%.0s' {1..1000})
big=99999999999999999999
echo "$word ${#word} ${#long} ${quotes%% *} ${lines##*$'\n'} $big ${#bytes}"
