clean() {
  echo "cleaning after $1"
}

check() {
  local file=$1
  [[ -e $file ]] || return 1
}

set -eE
trap 'echo "failed with $?"' ERR
trap 'clean $LINENO' EXIT
trap 'commands=$((commands + 1))' DEBUG
check /
trap 'returned=yes' RETURN
trap - DEBUG
echo "$((commands > 0)) $returned $-"
check /missing
echo never
