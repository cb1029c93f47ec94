swap() {
  local -n left=$1 right=$2
  local held=$left
  left=$right
  right=$held
}

first=1
second=(2 3)
swap first second
declare -n alias=first
alias=changed
echo "$first ${second[*]}"
