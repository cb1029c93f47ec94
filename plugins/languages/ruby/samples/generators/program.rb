numbers = Enumerator.new do |out|
  a = 1
  loop do
    out << a
    a *= 2
  end
end

first = numbers.next
second = numbers.next
few = numbers.lazy.select(&:even?).first(2)

fiber = Fiber.new do |start|
  got = Fiber.yield(start + 1)
  got * 10
end
one = fiber.resume(1)
two = fiber.resume(4)

short = [7].each
taken = []
loop do
  taken << short.next
end
puts first, second, few.inspect, one, two, taken.inspect
