value=kept
(
  value=lost
  cd /
  echo "$value"
)
answer=$(
  value=inside
  echo "$((6 * 7))"
)
printf '%s\n' b a | sort | while read -r letter; do
  last=$letter
done
echo "$value $answer ${last:-none}"
