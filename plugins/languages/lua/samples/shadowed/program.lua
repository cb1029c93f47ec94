local x = 1
do
  local x = "inner"
  x = x .. "!"
end
local function f(x)
  local x = x * 2
  for x = x, x + 1 do
    print(x)
  end
  return x
end
print(f(5), x)
y = 10
local function g()
  y = y + 1
  local y = 0
  return y
end
print(g(), y)
y = nil
