module Describable
  def describe
    "#{self.class.name.downcase} of #{area}"
  end
end

class Shape
  include Describable
  include Comparable

  @@made = 0
  attr_reader :name

  def self.made
    @@made
  end

  def initialize(name)
    @name = name
    @@made += 1
  end

  def <=>(other)
    area <=> other.area
  end

  def inspect
    raise "never asked by a tracer"
  end
end

class Square < Shape
  attr_accessor :side

  def initialize(side)
    super("square")
    @side = side
  end

  def area
    @side * @side
  end

  def method_missing(name, *args)
    return "ghost #{name}" if name.to_s.start_with?("ghost_")

    super
  end

  def respond_to_missing?(name, all = false)
    name.to_s.start_with?("ghost_") || super
  end

  define_method(:double) do |by = 2|
    @side *= by
    self
  end
end

small = Square.new(2)
large = Square.new(3)
bigger = [small, large].max.side
same = small.double
ghost = small.ghost_call
puts small.describe, bigger, ghost, Shape.made, small > large
