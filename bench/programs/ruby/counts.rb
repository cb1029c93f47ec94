def mix(state, value)
  state = (state * 31 + value) % 1000003
  return state
end

def label(number)
  text = "item"
  digit = number % 10
  text = text + digit.to_s
  return text
end

def work(rounds)
  slots = [0, 0, 0, 0, 0, 0, 0, 0]
  counts = {}
  state = 7
  best = 0
  i = 0
  while i < rounds
    state = mix(state, i)
    slot = state % 8
    slots[slot] = slots[slot] + 1
    name = label(state)
    counts[name] = counts.fetch(name, 0) + 1
    if state > best
      best = state
    end
    i += 1
  end
  return best + slots[0] + counts.fetch("item3", 0)
end

puts work(Integer(ARGV[0]))
