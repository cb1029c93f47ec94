# Cheap ways to see that a value stayed the same, without showing it again.
class Snapshots
  LIMIT = 256
  NONE = Object.new.freeze

  def initialize(values)
    @values = values
    @copies = {}.compare_by_identity
  end

  # A copy of a value made of plain values only; NONE where it holds anything else or too much. Parts of the copy before may serve again.
  def take(value, before = nil)
    @left = LIMIT
    kind = @values.kind(value)
    case kind
    when :string then Core::FROZEN.bind_call(value) ? NONE : string(value)
    when :array then exactly?(value, Array) ? head(value) : NONE
    when :hash then hash(value, before)
    when :object then object(value)
    else NONE
    end
  end

  # The copy is asked, never the value: so no code of the program runs.
  def same?(copy, value)
    case copy
    when Pairs then same_pairs?(copy, value)
    when Fields then same_fields?(copy, value)
    when Head then copy.size == value.size && copy.part.eql?(Core::ARRAY_PART.bind_call(value, copy.part.size))
    else copy.eql?(value)
    end
  end

  Pairs = Struct.new(:keys, :values)
  Fields = Struct.new(:names, :values)
  Head = Struct.new(:size, :part)

  private

  def copy(value, depth)
    @left -= 1
    case value
    when Integer, Symbol, Float, nil, true, false then value
    when String then @left.negative? || Core::STRING_SIZE.bind_call(value) > 1000 ? NONE : string(value)
    when Array then depth.zero? || !exactly?(value, Array) ? NONE : array(value, depth)
    else NONE
    end
  end

  # Subclasses may answer in their own way.
  def exactly?(value, type)
    type.equal?(Core::CLASS.bind_call(value))
  end

  def string(value)
    return NONE unless exactly?(value, String)

    Core::FROZEN.bind_call(value) ? @copies[value] || keep(value) : String.new(value)
  end

  # Keys of hashes come again at every event.
  def keep(value)
    @copies.clear if @copies.size >= 4096
    @copies[value] = String.new(value)
  end

  # Of a long array only the first items are ever shown.
  def head(value)
    return copy(value, 3) if value.size <= @values.max_items

    part = copy(Core::ARRAY_PART.bind_call(value, @values.max_items + 1), 3)
    NONE.equal?(part) ? NONE : Head.new(value.size, part)
  end

  def array(value, depth)
    return NONE if value.size > @left

    if value.all?(Integer)
      @left -= value.size
      return Core::ARRAY_PART.bind_call(value, value.size)
    end
    result = []
    value.each do |one|
      part = copy(one, depth - 1)
      return NONE if NONE.equal?(part)

      result << part
    end
    result
  end

  def hash(value, before)
    return NONE if !exactly?(value, Hash) || value.size > @values.max_items

    keys = value.keys
    keys = Pairs === before && before.keys.eql?(keys) ? before.keys : copy(keys, 2)
    inner = copy(value.values, 3)
    NONE.equal?(keys) || NONE.equal?(inner) ? NONE : Pairs.new(keys, inner)
  end

  def object(value)
    names = @values.variables(value)
    inner = copy(names.map { |name| Core::IVAR.bind_call(value, name) }, 3)
    NONE.equal?(inner) ? NONE : Fields.new(names, inner)
  end

  def same_pairs?(copy, value)
    copy.keys.eql?(value.keys) && copy.values.eql?(value.values)
  end

  def same_fields?(copy, value)
    names = @values.variables(value)
    return false unless names.eql?(copy.names)

    inner = copy.values
    names.each_with_index { |name, i| return false unless inner[i].eql?(Core::IVAR.bind_call(value, name)) }
    true
  end
end
