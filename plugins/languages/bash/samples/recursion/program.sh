factorial() {
  if (($1 < 2)); then
    echo 1
    return
  fi
  local rest
  rest=$(factorial $(($1 - 1)))
  echo $(($1 * rest))
}

depth() {
  (($1 == 0)) && return 7
  depth $(($1 - 1))
}

factorial 4
depth 100
echo $?
