name=outer
declare -i count=0

inner() {
  seen="$name"
  count+=1
  local name
  name=hidden
}

outer() {
  local name=middle
  inner
  echo "$name sees $seen"
}

inner
outer
unset seen
echo "$name $count"
