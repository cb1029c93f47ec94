class Refused < StandardError
  attr_reader :code

  def initialize(code)
    super("refused with #{code}")
    @code = code
  end
end

def inner(n)
  raise Refused.new(n) if n > 1

  n
end

def middle(n)
  inner(n)
ensure
  n = 0
end

def outer(n)
  middle(n)
rescue KeyError
  -2
rescue Refused => e
  note = e.code
  -1
else
  1
end

def again(text)
  Integer(text)
rescue ArgumentError
  raise
end

puts outer(1), outer(2)
tries = 0
begin
  tries += 1
  again("x") if tries < 2
rescue ArgumentError
  retry
end
quick = Integer("y") rescue 7
found = catch(:done) do
  [1, 2, 3].each { |n| throw :done, n if n == 2 }
  nil
end
begin
  nil.missing
rescue NoMethodError => e
  puts e.name
end
{}.fetch(:absent)
