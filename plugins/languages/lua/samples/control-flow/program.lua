local function classify(n)
  if n % 15 == 0 then
    return "both"
  elseif n % 3 == 0 then
    return "fizz"
  else
    return n
  end
end

for n = 3, 15, 6 do
  print(classify(n))
end

local i = 0
while true do
  i = i + 1
  if i == 2 then goto continue end
  if i > 3 then break end
  print("i", i)
  ::continue::
end

repeat
  local half = i // 2
  i = half
until half == 0

for index, word in ipairs({ "a", "b" }) do
  print(index, word)
end
