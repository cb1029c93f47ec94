local function stop(code)
  print("stopping")
  os.exit(code)
end

local list = setmetatable({}, { __close = function() print("closed") end })
do
  local guard <close> = list
  print("inside")
end
stop(3)
