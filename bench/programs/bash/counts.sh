mix() {
  next=$(( ($1 * 31 + $2) % 1000003 ))
}

label() {
  local digit=$(( $1 % 10 ))
  text="item$digit"
}

work() {
  local rounds=$1 state=7 best=0 i slot
  local -a slots=(0 0 0 0 0 0 0 0)
  local -A counts=()
  for (( i = 0; i < rounds; i++ )); do
    mix "$state" "$i"
    state=$next
    slot=$(( state % 8 ))
    slots[slot]=$(( slots[slot] + 1 ))
    label "$state"
    counts[$text]=$(( ${counts[$text]:-0} + 1 ))
    if (( state > best )); then
      best=$state
    fi
  done
  echo $(( best + slots[0] + ${counts[item3]:-0} ))
}

work "$1"
