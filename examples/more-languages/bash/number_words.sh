# Writes numbers as English words, from 0 to 9999.

ONES=(zero one two three four five six seven eight nine ten eleven twelve thirteen
  fourteen fifteen sixteen seventeen eighteen nineteen)
TENS=(- - twenty thirty forty fifty sixty seventy eighty ninety)
LARGEST=9999

# below_hundred NUMBER: sets words.
below_hundred() {
  local n=$1
  if [ "$n" -lt 20 ]; then
    words=${ONES[n]}
    return
  fi
  words=${TENS[n / 10]}
  if [ $((n % 10)) -ne 0 ]; then
    words="$words-${ONES[n % 10]}"
  fi
}

# in_words NUMBER: sets text, and fails for numbers that are too large.
in_words() {
  local n=$1
  local parts=()
  if [ "$n" -gt "$LARGEST" ]; then
    text="too large"
    return 1
  fi
  if [ "$n" -ge 1000 ]; then
    parts+=("${ONES[n / 1000]} thousand")
    n=$((n % 1000))
  fi
  if [ "$n" -ge 100 ]; then
    parts+=("${ONES[n / 100]} hundred")
    n=$((n % 100))
  fi
  if [ "$n" -gt 0 ] || [ ${#parts[@]} -eq 0 ]; then
    below_hundred "$n"
    parts+=("$words")
  fi
  text="${parts[*]}"
}

longest=0
for number in 0 17 80 342 5006 12000; do
  if in_words "$number"; then
    echo "$number is $text"
    if [ ${#text} -gt $longest ]; then
      longest=${#text}
    fi
  else
    echo "$number is $text"
  fi
done
echo "the longest has $longest characters"
