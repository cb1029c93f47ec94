-- Conway's game of life on a small grid with an edge.

local ALIVE, DEAD = "#", "."
local GENERATIONS = 3

-- Turns lines of text into rows of booleans.
local function parse(lines)
  local grid = {}
  for y, line in ipairs(lines) do
    grid[y] = {}
    for x = 1, #line do
      grid[y][x] = line:sub(x, x) == ALIVE
    end
  end
  return grid
end

local function neighbours(grid, x, y)
  local count = 0
  for dy = -1, 1 do
    local row = grid[y + dy]
    if row then
      for dx = -1, 1 do
        if (dx ~= 0 or dy ~= 0) and row[x + dx] then
          count = count + 1
        end
      end
    end
  end
  return count
end

local function step(grid)
  local after = {}
  for y, row in ipairs(grid) do
    after[y] = {}
    for x, alive in ipairs(row) do
      local count = neighbours(grid, x, y)
      after[y][x] = count == 3 or (alive and count == 2)
    end
  end
  return after
end

local function show(grid)
  local lines, population = {}, 0
  for y, row in ipairs(grid) do
    local text = ""
    for _, alive in ipairs(row) do
      text = text .. (alive and ALIVE or DEAD)
      population = population + (alive and 1 or 0)
    end
    lines[y] = text
  end
  return table.concat(lines, "\n"), population
end

local grid = parse({ ".#..", "..#.", "###.", "...." })
for generation = 1, GENERATIONS do
  grid = step(grid)
  local text, population = show(grid)
  print("generation " .. generation .. ", " .. population .. " alive")
  print(text)
end
