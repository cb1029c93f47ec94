# How values are shown, decided once per class.
class Values
  include Texts

  ATOMS = [Integer, Float, Symbol, NilClass, TrueClass, FalseClass].freeze
  # What a value needs at the end of the room so that nothing is cut.
  ROOMY = 24
  SHARED = %i[array hash object struct set exception].freeze
  # Classes of the library that hold plain data; all others keep locks, descriptors and process numbers and stay closed.
  OPEN_LIBRARY = %w[OpenStruct Matrix Vector Delegator SimpleDelegator].freeze
  PLAIN_TEXT = %w[Rational Complex Regexp Time Date DateTime BigDecimal Encoding].freeze
  # Hashes have been written otherwise since 3.4.
  SHORT_KEYS = { a: 1 }.inspect.start_with?('{a:')

  attr_reader :max_items, :max_characters

  def initialize(limits, folder)
    @max_depth = limits['depth']
    @max_items = limits['items']
    @max_characters = limits['characters']
    @folder = folder
    @kinds = {}.compare_by_identity
    @names = {}.compare_by_identity
    @identities = {}.compare_by_identity
    @aliases = ObjectSpace::WeakMap.new
    @last_alias = 0
    @keys = {}.compare_by_identity
    @cut = false
    ATOMS.each { |type| @kinds[type] = :atom }
  end

  def type(value)
    type = Core::CLASS.bind_call(value)
    @names[type] ||= Wire.escape(utf8(Core.type_name(type)))
  end

  def kind(value)
    type = Core::CLASS.bind_call(value)
    @kinds[type] ||= kind_of(value, type)
  end

  def text(value)
    @cut = false
    show(value, @max_depth, @max_characters, nil)
  rescue SystemStackError
    raise
  rescue StandardError
    "#<#{type(value)}>"
  end

  # First-seen number of an object that can be changed through several names.
  def alias_of(value)
    return nil unless SHARED.include?(kind(value))

    @aliases[value] ||= (@last_alias += 1)
  end

  def known_alias(value)
    SHARED.include?(kind(value)) ? @aliases[value] : nil
  end

  def length(value)
    return nil unless @cut

    case kind(value)
    when :string then Core::STRING_SIZE.bind_call(value)
    when :array then Core::ARRAY_SIZE.bind_call(value)
    when :hash then Core::HASH_SIZE.bind_call(value)
    end
  end

  # Whether two values of a class can be told apart without asking the program.
  def plain_identity?(value)
    type = Core::CLASS.bind_call(value)
    @identities.fetch(type) { @identities[type] = Core::METHOD.bind_call(type, :equal?).owner.equal?(BasicObject) }
  end

  # What an exception says, without asking it.
  def message(error)
    text = NameError === error ? missing(error) : nil
    text ||= utf8(Core::EXCEPTION_TEXT.bind_call(error)).scrub
    cut(without_addresses(text), @max_characters)
  rescue SystemStackError
    raise
  rescue StandardError
    ''
  end

  def show(value, depth, room, path)
    case value
    when Integer then integer(value, room)
    when Symbol then symbol(value, room)
    when nil then 'nil'
    when true then 'true'
    when false then 'false'
    when Float then cut(Core::FLOAT_TEXT.bind_call(value), room)
    else compound(value, depth, room, path)
    end
  end

  # Instance variables in the order in which they were set.
  def variables(value)
    Core::IVARS.bind_call(value)
  end

  private

  def missing(error)
    receiver = Core::RECEIVER.bind_call(error)
    name = Core::MISSING.bind_call(error)
    "undefined #{NoMethodError === error ? 'method' : 'local variable or method'} `#{name}' for #{show(receiver, 1, 80, nil)}"
  rescue ArgumentError
    nil
  end

  def kind_of(value, type)
    case value
    when String then :string
    when Array then :array
    when Hash then :hash
    when Module then :module
    when Struct then :struct
    when Exception then :exception
    when Proc then :proc
    when Method, UnboundMethod then :method
    when Range then :range
    when MatchData then :match
    else library_kind(type)
    end
  end

  def library_kind(type)
    name = Core.type_name(type)
    return :plain if PLAIN_TEXT.include?(name)
    return :set if defined?(::Set) && Core::ANCESTORS.bind_call(type).include?(::Set)
    return :data if defined?(::Data) && ::Data.respond_to?(:define) && Core::ANCESTORS.bind_call(type).include?(::Data)

    program?(type, name) || OPEN_LIBRARY.include?(name) ? :object : :opaque
  end

  def program?(type, name)
    return true if Core::NAME.bind_call(type).nil?

    file, = Object.const_source_location(name)
    !file.nil? && (file.start_with?(@folder) || !file.start_with?('/', '<')) || name == 'Object'
  rescue NameError
    false
  end

  def compound(value, depth, room, path)
    kind = kind(value)
    return simple(kind, value, depth, room, path) if %i[string module proc method range match plain opaque].include?(kind)
    return cycle(kind, value) if path&.include?(Core::ID.bind_call(value))

    path = (path || []) + [Core::ID.bind_call(value)]
    case kind
    when :array then array(value, depth, room, path)
    when :hash then hash(value, '{', '}', depth, room, path)
    when :set then set(value, depth, room, path)
    when :exception then cut("#<#{type(value)}: #{message(value)}>", room)
    else fields(kind, value, depth, room, path)
    end
  end

  def simple(kind, value, depth, room, path)
    case kind
    when :string then string(value, room)
    when :module then cut(Core::NAME.bind_call(value) || '#<Class>', room)
    when :proc then cut(Core::LAMBDA.bind_call(value) ? '#<Proc (lambda)>' : '#<Proc>', room)
    when :method then cut("#<#{type(value)}: #{Core::NAME.bind_call(value.owner)}##{value.name}>", room)
    when :range then range(value, depth, room, path)
    when :match then cut("#<MatchData #{string(value[0], room)}>", room)
    when :plain then cut(utf8(value.inspect), room)
    else "#<#{type(value)}>"
    end
  end

  def cycle(kind, value)
    { array: '[...]', hash: '{...}' }[kind] || "#<#{type(value)} ...>"
  end

  def range(value, depth, room, path)
    from = Core::FIRST.bind_call(value)
    to = Core::LAST.bind_call(value)
    shown = ->(one) { one.nil? ? '' : show(one, depth - 1, room, path) }
    cut("#{shown.(from)}#{Core::OPEN.bind_call(value) ? '...' : '..'}#{shown.(to)}", room)
  end

  def array(value, depth, room, path)
    part = Core::ARRAY_PART.bind_call(value, @max_items + 1)
    if depth.positive? && part.size <= @max_items && part.all?(Integer) && Core::METHOD.bind_call(Integer, :inspect) == Core::INT_INSPECT
      text = Core::ARRAY_TEXT.bind_call(part)
      return text if text.size <= room
    end
    items(part, Core::ARRAY_SIZE.bind_call(value), '[', ']', depth, room, path)
  end

  def items(values, size, opening, closing, depth, room, path)
    return empty(opening, closing, size) if depth <= 0 || size.zero?

    parts = []
    room -= opening.size + closing.size
    values.each do |value|
      break more(parts) if parts.size >= @max_items || room <= 1

      part = show(value, depth - 1, [room - 3, 1].max, path)
      parts << part
      room -= part.size + 2
    end
    "#{opening}#{parts.join(', ')}#{closing}"
  end

  def hash(value, opening, closing, depth, room, path)
    size = Core::HASH_SIZE.bind_call(value)
    return empty(opening, closing, size) if depth <= 0 || size.zero?

    text = size <= @max_items ? counts(value, opening, closing) : nil
    return text if text && text.size + ROOMY <= room

    parts = []
    room -= opening.size + closing.size
    Core::HASH_EACH.bind_call(value) do |key, one|
      break more(parts) if parts.size >= @max_items || room <= 1

      part = known_key(key, room) || key_text(key, depth, room, path)
      left = room - part.size
      small = left > 20 && Integer === one && one < SMALL && one > -SMALL
      part += small ? Core::INT_TEXT.bind_call(one) : show(one, depth - 1, left > 1 ? left : 1, path)
      parts << part
      room -= part.size + 2
    end
    "#{opening}#{parts.join(', ')}#{closing}"
  end

  # Many hashes count things: known keys and small integers are put together without looking at the room that is left.
  def counts(value, opening, closing)
    text = nil
    Core::HASH_EACH.bind_call(value) do |key, one|
      known = @keys[key]
      return nil unless known && Integer === one && one < SMALL && one > -SMALL

      text = text ? text << ', ' : String.new(opening)
      text << known << Core::INT_TEXT.bind_call(one)
    end
    text << closing
  end

  # Texts of keys are kept by identity, as they come again at every event and can't change.
  def known_key(key, room)
    text = @keys[key] || (String === key && Core::FROZEN.bind_call(key) && Core::STRING_SIZE.bind_call(key) < 64 ? keep_key(key) : nil)
    text if text && text.size <= room
  end

  def keep_key(key)
    @keys.clear if @keys.size >= 4096
    @keys[key] = key_text(key, 1, 4096, nil)
  end

  def key_text(key, depth, room, path)
    return "#{show(key, depth - 1, room, path)}#{SHORT_KEYS ? ' => ' : '=>'}" unless SHORT_KEYS && Symbol === key

    text = symbol(key, room)
    "#{text.delete_prefix(':')}: "
  end

  def set(value, depth, room, path)
    inner = Core::IVAR.bind_call(value, :@hash)
    keys = inner ? inner.keys : ::Set.instance_method(:to_a).bind_call(value)
    items(keys.first(@max_items + 1), keys.size, '#<Set: {', '}>', depth, room, path)
  end

  def fields(kind, value, depth, room, path)
    name = Core.type_name(Core::CLASS.bind_call(value))
    head = { struct: '#<struct ', data: '#<data ' }[kind] || '#<'
    room -= head.size + name.size + 2
    shown = []
    return "#{head}#{[name, *more(shown)].join(' ')}>" if depth <= 0

    members(kind, value).each do |field, one|
      break more(shown) if shown.size >= @max_items || room <= 1

      part = "#{field}=#{show(one, depth - 1, [room - field.size - 1, 1].max, path)}"
      shown << part
      room -= part.size + 2
    end
    shown.empty? ? "#{head}#{name}>" : "#{head}#{name} #{shown.join(', ')}>"
  end

  def members(kind, value)
    case kind
    when :struct then Core::MEMBERS.bind_call(value).map { |field| [field.to_s, Core::MEMBER.bind_call(value, field)] }
    when :data then ::Data.instance_method(:to_h).bind_call(value).map { |field, one| [field.to_s, one] }
    else variables(value).map { |field| [field.to_s, Core::IVAR.bind_call(value, field)] }
    end
  end

  def empty(opening, closing, size)
    @cut = true if size.positive?
    "#{opening}#{'…' if size.positive?}#{closing}"
  end

  def more(parts)
    @cut = true
    parts << '…'
  end
end
