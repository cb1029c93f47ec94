local Account = {}
Account.__index = Account
Account.__tostring = function(self)
  print("tostring runs only when the program asks")
  return "Account of " .. self.owner
end

function Account.new(owner, balance)
  return setmetatable({ owner = owner, balance = balance or 0 }, Account)
end

function Account:deposit(amount)
  self.balance = self.balance + amount
  return self
end

local Savings = setmetatable({}, { __index = Account })
Savings.__index = Savings

function Savings:interest(rate)
  self:deposit(self.balance * rate)
end

local plain = Account.new("Ann"):deposit(10)
local savings = setmetatable(Account.new("Bo", 100), Savings)
savings:interest(0.5)
local guarded = setmetatable({}, { __index = function(_, key) return key .. "!" end })
print(tostring(plain), savings.balance, guarded.missing)
