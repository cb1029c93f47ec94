local function factorial(n)
  if n <= 1 then
    return 1
  end
  return n * factorial(n - 1)
end

local function loop(n, sum)
  if n == 0 then
    return sum
  end
  return loop(n - 1, sum + n)
end

local function depth(n)
  return n == 0 and 0 or 1 + depth(n - 1)
end

print(factorial(5), loop(3, 0), depth(150))
