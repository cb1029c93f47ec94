-- Parses Lua as far as counting needs: where statements begin, and which lines hold no code of their own.
-- parse(source) gives the source with a call in front of every statement, and line → "-" for lines that can't be told.

local COUNT = "__codealchemy_count__"

local keywords = {}
for word in ("and break do else elseif end false for function goto if in local nil not or repeat return then true until while"):gmatch("%a+") do
  keywords[word] = true
end

local operators = { "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", ".." }

local function long_bracket(source, at)
  local level = source:match("^%[(=*)%[", at)
  if not level then return nil end
  local _, stop = source:find("]" .. level .. "]", at, true)
  return (stop or #source) + 1
end

local function quoted(source, at)
  local quote = source:sub(at, at)
  at = at + 1
  while at <= #source do
    local c = source:sub(at, at)
    if c == "\\" then at = at + 2
    elseif c == quote then return at + 1
    else at = at + 1 end
  end
  return at
end

local function number(source, at)
  local _, stop = source:find("^0[xX][%x.]*", at)
  local exponent = stop and "[pP]" or "[eE]"
  if not stop then _, stop = source:find("^[%d.]+", at) end
  local _, more = source:find("^" .. exponent .. "[+-]?%d+", stop + 1)
  return (more or stop) + 1
end

local function operator(source, at)
  for _, text in ipairs(operators) do
    if source:sub(at, at + #text - 1) == text then return at + #text end
  end
  return at + 1
end

local function next_token(source, at)
  local c = source:sub(at, at)
  if c:match("[%a_]") then
    local _, stop = source:find("^[%w_]+", at)
    local word = source:sub(at, stop)
    return keywords[word] and word or "name", stop + 1
  elseif c:match("%d") or source:match("^%.%d", at) then
    return "constant", number(source, at)
  elseif c == '"' or c == "'" then
    return "constant", quoted(source, at)
  end
  local stop = c == "[" and long_bracket(source, at)
  if stop then return "constant", stop end
  stop = operator(source, at)
  return source:sub(at, stop - 1), stop
end

local function tokens_of(source)
  local tokens, at, line = {}, 1, 1
  if source:sub(1, 1) == "#" then at = source:find("\n", 1, true) or #source + 1 end
  local function skip(to)
    local _, lines = source:sub(at, to - 1):gsub("\n", "")
    line, at = line + lines, to
  end
  while true do
    skip(source:find("%S", at) or #source + 1)
    if at > #source then break end
    if source:sub(at, at + 1) == "--" then
      skip(long_bracket(source, at + 2) or source:find("\n", at, true) or #source + 1)
    else
      local kind, stop = next_token(source, at)
      local token = { kind = kind, line = line, first = at, after = stop }
      skip(stop)
      token.last_line = line
      tokens[#tokens + 1] = token
    end
  end
  tokens[#tokens + 1] = { kind = "eof", line = line, first = #source + 1, after = #source + 1, last_line = line }
  return tokens
end

local binary = {}
for text in ("+ - * / // % ^ .. < <= > >= == ~= and or & | ~ << >>"):gmatch("%S+") do binary[text] = true end
local unary = { ["-"] = true, ["not"] = true, ["#"] = true, ["~"] = true }
local constant = { ["true"] = true, ["false"] = true, ["nil"] = true, constant = true }
local ends_block = { eof = true, ["end"] = true, ["else"] = true, ["elseif"] = true, ["until"] = true }

return function(source)
  local tokens, position, insertions, unknown, counted = tokens_of(source), 1, {}, {}, {}
  local expression, block

  local function kind() return tokens[position].kind end
  local function take() position = position + 1; return tokens[position - 1] end
  local function accept(wanted) if kind() == wanted then return take() end end
  local function insert(at, text) insertions[#insertions + 1] = { at = at, text = text, order = #insertions } end

  local function count(token, before, after)
    counted[token.line] = true
    insert(token.first, (before or "") .. COUNT .. "(" .. token.line .. ")" .. (after or ";"))
  end

  local function function_body()
    accept("(")
    while kind() ~= ")" do take() end
    take()
    block()
    take()
  end

  local function list(stop)
    while kind() ~= stop do
      if accept("[") then expression(); accept("]"); accept("=")
      elseif kind() == "name" and tokens[position + 1].kind == "=" then take(); take() end
      expression()
      if not accept(",") then accept(";") end
    end
    take()
  end

  local function suffixes()
    while true do
      if accept(".") or accept(":") then take()
      elseif accept("[") then expression(); accept("]")
      elseif accept("(") then list(")")
      elseif accept("{") then list("}")
      elseif kind() == "constant" and source:match("^[\"'%[]", tokens[position].first) then take()
      else return end
    end
  end

  local function operand()
    while unary[kind()] do take() end
    if accept("function") then function_body()
    elseif accept("{") then list("}")
    elseif accept("(") then expression(); accept(")"); suffixes()
    elseif accept("name") then suffixes()
    else take() end
  end

  function expression()
    operand()
    while binary[kind()] do take(); operand() end
  end

  local function expressions()
    repeat expression() until not accept(",")
  end

  -- A condition that is a constant makes no code.
  local function condition(stop)
    local start = position
    expression()
    return position - start == 1 and constant[tokens[start].kind] ~= nil
  end

  local function if_statement(start)
    count(start)
    if condition() then unknown[start.line] = true end
    take()
    block()
    while kind() == "elseif" do
      local clause = take()
      local from = tokens[position]
      insert(from.first, COUNT .. "(" .. clause.line .. ") or (")
      counted[clause.line] = true
      if condition() then unknown[clause.line] = true end
      insert(tokens[position].first, ") ")
      take()
      block()
    end
    if accept("else") then block() end
    take()
  end

  local function for_statement(start)
    count(start)
    while kind() ~= "=" and kind() ~= "in" do take() end
    take()
    expressions()
    take()
    block()
    take()
  end

  local function local_statement(start)
    count(start)
    if accept("function") then take(); function_body(); return end
    local fixed = false
    repeat
      take()
      if accept("<") then fixed = true; take(); take() end
    until not accept(",")
    if not accept("=") then unknown[start.line] = true; return end
    local from = position
    expressions()
    -- A constant of the compiler, or nil: it may need no instruction.
    if fixed or tokens[from].kind == "nil" and position - from == 1 then unknown[start.line] = true end
  end

  local function expression_statement(start)
    count(start)
    expression()
    while accept(",") do expression() end
    if accept("=") then expressions() end
  end

  local statements = {
    ["if"] = if_statement, ["for"] = for_statement, ["local"] = local_statement,
    ["while"] = function(start)
      count(start)
      if condition() then unknown[start.line] = true end
      take()
      block()
      take()
    end,
    ["do"] = function() block(); take() end,
    ["repeat"] = function()
      local last = block()
      local stop = take()
      if last == "return" then unknown[stop.line] = true else count(stop) end
      condition()
    end,
    ["function"] = function(start)
      count(start)
      while kind() ~= "(" do take() end
      function_body()
    end,
    ["return"] = function(start)
      count(start)
      if not ends_block[kind()] and kind() ~= ";" then expressions() end
      accept(";")
    end,
    ["break"] = count,
    ["goto"] = function(start) count(start); take() end,
    ["::"] = function() take(); take() end,
    [";"] = function() end,
  }

  function block()
    local last
    while not ends_block[kind()] do
      local start = tokens[position]
      last = start.kind
      local statement = statements[last]
      if statement then take(); statement(start) else expression_statement(start) end
      for line = start.line + 1, tokens[position - 1].last_line do
        if not counted[line] then unknown[line] = true end
      end
    end
    return last
  end

  block()
  table.sort(insertions, function(a, b) return a.at < b.at or a.at == b.at and a.order < b.order end)
  local parts, at = {}, 1
  for _, insertion in ipairs(insertions) do
    parts[#parts + 1] = source:sub(at, insertion.at - 1)
    parts[#parts + 1] = insertion.text
    at = insertion.at
  end
  parts[#parts + 1] = source:sub(at)
  return table.concat(parts), unknown, counted
end
