local whole, real, large = 7, 2.0, 1e100
local third = 1 / 3
local sum = 0.1 + 0.2
local infinite, less, none = math.huge, -math.huge, 0 / 0
local smallest = math.mininteger
local text = "quote \" tab \t zero \0 end"
local bytes = "\xff\xfe"
local long = string.rep("x", 1000)
local many = {}
for i = 1, 100 do
  many[i] = i
end
local deep = { { { { { 1 } } } } }
local yes, nothing = true, nil
local write = string.format
print(#long, #many)
