-- Counts how often each line of a program runs, by calls put into its source and not by a hook:
-- lua5.4 main.lua PROGRAM ARGUMENTS… writes "LINE COUNT" lines to the file named by CODEALCHEMY_COUNTER_FILE.

local folder = arg[0]:match("^(.*)/") or "."
local parse = dofile(folder .. "/parse.lua")
local target = os.getenv("CODEALCHEMY_COUNTER_FILE")
local open, exit, concat, sort = io.open, os.exit, table.concat, table.sort

local name = arg[1]
local file = assert(open(name, "rb"))
local source = file:read("a"):gsub("^#", "--", 1)   -- load takes no first line for the system
file:close()
local counted, unknown, lines = parse(source)

local counts = {}
for line in pairs(lines) do counts[line] = 0 end
function __codealchemy_count__(line) counts[line] = counts[line] + 1 end

local function report()
  local found = {}
  for line, count in pairs(counts) do found[#found + 1] = { line, unknown[line] and "-" or count } end
  for line in pairs(unknown) do if not counts[line] then found[#found + 1] = { line, "-" } end end
  sort(found, function(a, b) return a[1] < b[1] end)
  for i, pair in ipairs(found) do found[i] = pair[1] .. " " .. pair[2] .. "\n" end
  local output = assert(open(target, "r+b"))
  output:write(concat(found))
  output:close()
end

function os.exit(...)
  report()
  exit(...)
end

local main = assert(load(counted, "@" .. name))
for i = 0, #arg do arg[i] = arg[i + 1] end
local fine, message = xpcall(main, debug.traceback, table.unpack(arg))
report()
if not fine then
  io.stderr:write(tostring(message), "\n")
  exit(1)
end
