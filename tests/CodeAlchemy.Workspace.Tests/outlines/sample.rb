# Counts words.
require "set"

# Counts.
class Counter
  # Counts one word.
  def add(word)
    @seen ||= Hash.new(0)
    @seen[word] += 1
  end
end

def twice(n)
  n * 2 # doubled
end

puts twice(2)
