local function inner(n)
  if n > 1 then
    error("too much")
  end
  return n
end

local function middle(n)
  local result = inner(n)
  return result
end

local function outer(n)
  local ok, message = pcall(middle, n)
  if not ok then
    return message
  end
  return ok
end

print(outer(1), outer(2))

local function handler(e)
  return { wrapped = e }
end
local ok, wrapped = xpcall(function() local x = nil; return x.field end, handler)
print(ok, wrapped.wrapped)
local _, thrown = pcall(error, { code = 42 })
print(thrown.code)
print(select(2, pcall(assert, false, "asserted")))
local text = "5" + nil
