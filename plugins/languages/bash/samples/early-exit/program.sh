stop() {
  echo "stopping" >&2
  exit "$1"
}

run() {
  stop 3
  echo never
}

(exit 5)
echo "subshell: $?"
run
