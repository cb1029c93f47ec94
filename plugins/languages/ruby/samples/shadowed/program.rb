x = 10
values = [1, 2].map { |x| x * 2 }
[3].each { |n; x| x = n }

def x_of(x)
  y = x
  [x].each do |x|
    y = x + 1
  end
  y
end

def puts_twice(puts)
  [puts, puts]
end

result = x_of(5)
pair = puts_twice("p")
if false
  never = 1
end
nothing = never
p x, values, result, pair, nothing
