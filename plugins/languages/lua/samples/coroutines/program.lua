local function countdown(n)
  while n > 0 do
    local sent = coroutine.yield(n)
    n = sent or n - 1
  end
  return "done"
end

local co = coroutine.create(countdown)
local _, first = coroutine.resume(co, 3)
local _, jumped = coroutine.resume(co, 1)
print(first, jumped, coroutine.resume(co))
print(coroutine.status(co), coroutine.resume(co))

local function walk(tree)
  if tree then
    walk(tree.left)
    coroutine.yield(tree.value)
    walk(tree.right)
  end
end

local sum = 0
for value in coroutine.wrap(function() walk({ value = 2, left = { value = 1 } }) end) do
  sum = sum + value
end

local failing = coroutine.create(function() error("inside") end)
local fine, why = coroutine.resume(failing)
print(sum, fine, why)
