--- A ticket machine: takes coins from the arguments and gives change.

local COINS = { 200, 100, 50, 20, 10 }
local PRICE = 270

local Machine = {}
Machine.__index = Machine

--- A machine with so many coins of each kind.
function Machine.new(count)
  local stock = {}
  for _, coin in ipairs(COINS) do
    stock[coin] = count
  end
  return setmetatable({ stock = stock, paid = 0 }, Machine)
end

--- Takes a coin; unknown ones fall through.
function Machine:insert(coin)
  if self.stock[coin] == nil then
    return false
  end
  self.stock[coin] = self.stock[coin] + 1
  self.paid = self.paid + coin
  return true
end

--- The coins of an amount, the largest first, or nil when they don't suffice.
function Machine:change(amount)
  local coins = {}
  for _, coin in ipairs(COINS) do
    while amount >= coin and self.stock[coin] > 0 do
      amount = amount - coin
      self.stock[coin] = self.stock[coin] - 1
      coins[#coins + 1] = coin
    end
  end
  if amount > 0 then
    return nil
  end
  return coins
end

local machine = Machine.new(1)
for i = 1, #arg do
  local coin = tonumber(arg[i])
  if not machine:insert(coin) then
    print(arg[i] .. " falls through")
  end
  if machine.paid >= PRICE then
    break
  end
end

if machine.paid < PRICE then
  error("still " .. (PRICE - machine.paid) .. " cents to pay", 0)
end
local coins = machine:change(machine.paid - PRICE)
if coins then
  print("ticket and " .. #coins .. " coins: " .. table.concat(coins, " "))
else
  print("no change, please ask for help")
  os.exit(4)
end
