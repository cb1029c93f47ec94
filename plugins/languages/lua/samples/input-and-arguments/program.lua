io.write("name? ")
local name = io.read()
local rest = {}
for line in io.lines() do
  rest[#rest + 1] = line
end
print(name, #rest, table.concat(arg, ","), ...)
io.stderr:write("noted\n")
os.exit(#rest)
