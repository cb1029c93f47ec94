def counter(step)
  count = 0
  increment = -> { count += step }
  reset = proc { count = 0 }
  [increment, reset]
end

def twice(value)
  yield value
  yield value * 2
end

up, back = counter(5)
first = up.call
second = up.()
back.call
third = up.call
seen = []
twice(3) { |n| seen << n }
compose = method(:Integer) >> ->(n) { n + 1 }
sum = %w[1 2 3].map(&compose).inject(0) { |acc, n| acc + n }
adder = ->(a) { ->(b) { a + b } }
puts seen.inspect, sum, adder[1][2], third, first + second
