#!/bin/bash
# Counts words.
. ./lib/words.sh
source helper.sh

# Counts one word.
count() {
  local word=$1
  counts[$word]=$((counts[$word] + 1))
}

function twice {
  echo $(($1 * 2)) # doubled
}

twice 2
