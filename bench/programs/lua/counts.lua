local function mix(state, value)
  state = (state * 31 + value) % 1000003
  return state
end

local function label(number)
  local text = "item"
  local digit = number % 10
  text = text .. digit
  return text
end

local function work(rounds)
  local slots = {0, 0, 0, 0, 0, 0, 0, 0}
  local counts = {}
  local state = 7
  local best = 0
  for i = 0, rounds - 1 do
    state = mix(state, i)
    local slot = state % 8 + 1
    slots[slot] = slots[slot] + 1
    local name = label(state)
    counts[name] = (counts[name] or 0) + 1
    if state > best then
      best = state
    end
  end
  return best + slots[1] + (counts["item3"] or 0)
end

print(work(math.tointeger(arg[1])))
