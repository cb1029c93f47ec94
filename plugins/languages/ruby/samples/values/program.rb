require 'set'

Point = Struct.new(:x, :y)

numbers = [1, 2.5, -3, 10**30, Rational(1, 3), Complex(1, 2)]
huge = 7**20_000
long = "ab" * 400
text = "Grüße, 世界! \u{1F600}\tend"
raw = "\xff\x01".b
names = { ann: 1, "bob" => [2, { deep: { deeper: { deepest: 1 } } }], nil => 1..3 }
many = (1..100).to_a
alias_of_many = many
alias_of_many << 101
loop_back = [1]
loop_back << loop_back
set = Set.new([3, 1, 2])
point = Point.new(1, [2])
point.y << 3
word = +"mutable"
same = word
same << "!"
pattern = /a+b/
twice = ->(n) { n * 2 }
nothing = [nil, true, :sym, :"odd name", "".frozen?]
klass = Point
puts [numbers, long.size, text, set.size, names.size, twice.call(4)].inspect
