for i in 1 2 3; do
  if ((i == 2)); then
    continue
  fi
  total=$((total + i))
done
case $total in
  4) word=four ;;
  *) word=other ;;
esac
while [[ $total -gt 2 ]]; do
  total=$((total - 1))
done
for ((n = 0; n < 2; n++)); do
  : "$n"
done
until [ "$total" = 4 ]; do
  ((total++))
done
echo "$word $total $n"
