work() {
  local n=$1
  sleep "0.$n"
  echo "done $n"
  return "$n"
}

work 2 &
first=$!
work 1 > /dev/null &
wait "$first"
status=$?
wait
while read -r line; do
  echo "read $line"
done < <(work 3)
echo "$status"
