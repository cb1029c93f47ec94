# Plans the releases of a service: reads "name version" lines and decides what to do with each.

readonly CURRENT_MAJOR=3
declare -A seen=()
planned=0

# Compares two dotted versions; prints -1, 0 or 1.
compare() {
  local -a left right
  local i a b
  IFS=. read -r -a left <<< "$1"
  IFS=. read -r -a right <<< "$2"
  for ((i = 0; i < 3; i++)); do
    a=${left[i]:-0}
    b=${right[i]:-0}
    if ((a < b)); then
      echo -1
      return
    elif ((a > b)); then
      echo 1
      return
    fi
  done
  echo 0
}

# Decides about one release and leaves the decision in $decision.
decide() {
  local name=$1 version=$2
  if [[ ! $version =~ ^[0-9]+(\.[0-9]+)*$ ]]; then
    decision="invalid"
    return 1
  fi
  if (( ${version%%.*} > CURRENT_MAJOR )); then
    decision="ask first"
    return 0
  fi
  local before=${seen[$name]:-}
  if [[ -n $before && $(compare "$version" "$before") != 1 ]]; then
    decision="skip, $before is there"
    return 0
  fi
  seen[$name]=$version
  planned=$((planned + 1))
  decision="deploy"
}

failures=0
while read -r name version; do
  case $name in
    '' | '#'*) continue ;;
  esac
  decide "$name" "$version" || failures=$((failures + 1))
  echo "$name $version: $decision"
done
echo "$planned planned, $failures invalid"
if ((failures > 0)); then
  exit 1
fi
