def classify(n)
  case n
  when 0 then :zero
  when 1..9
    :small
  else
    n.even? ? :even : :odd
  end
end

kinds = [0, 7, 12, 31].map { |n| classify(n) }
total = 0
i = 0
while true
  i += 1
  next if i == 2
  break if i > 4

  total += i
end
for word in %w[a b]
  total += word.size
end
1.step(5, 2) do |n|
  total -= n unless n == 3
end
found = nil
found ||= kinds.index(:even)
puts kinds.inspect, total
printf("%d %s\n", found, total.positive? ? "yes" : "no")
