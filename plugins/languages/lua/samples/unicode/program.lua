local greeting = "Grüße, 世界 🌍"
local letters = {}
for _, code in utf8.codes("né") do
  letters[#letters + 1] = utf8.char(code)
end
local map = { ["schlüssel"] = "wert" }
print(greeting, utf8.len(greeting), table.concat(letters, "-"), map["schlüssel"])
