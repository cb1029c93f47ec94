local function counter(step)
  local count = 0
  return function()
    count = count + step
    return count
  end
end

local by_two = counter(2)
by_two()
print(by_two())

local function compose(f, g)
  return function(...)
    return f(g(...))
  end
end

local shown = compose(tostring, math.max)
print(shown(3, 9, 4))

local function several(...)
  local first, second = ...
  return second, first, select("#", ...)
end
print(several("a", "b"))
