cat > helper.sh <<'END'
greeting=hello
greet() {
  echo "$greeting $1"
}
return 2
END
. ./helper.sh
echo $?
greet you
eval 'x=1
y=2'
echo $((x + y))
