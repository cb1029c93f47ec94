echo "$# arguments, first ${1-none}"
shift
rest=("$@")
while IFS=, read -r name age; do
  echo "$name is $age"
done
cat -
echo "${rest[*]}"
