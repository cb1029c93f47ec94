local row = { 0, 0 }
local grid = { row, row }
local alias = grid
row[2] = 5
alias[#alias + 1] = { 9 }
local a = { name = "a" }
local b = { name = "b", next = a }
a.next = b
local loop = {}
loop.self = loop
local mixed = { 1, 2, [10] = "ten", key = "value", ["two words"] = true, [true] = 0.5 }
mixed[1] = nil
print(#grid)
