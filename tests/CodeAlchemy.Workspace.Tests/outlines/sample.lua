-- Counts words.
local json = require("json")

local Counter = {}
Counter.__index = Counter

-- Counts one word.
function Counter:add(word)
  self[word] = (self[word] or 0) + 1
  return self[word]
end

local function twice(n)
  return n * 2 -- doubled
end

print(twice(2), json)
