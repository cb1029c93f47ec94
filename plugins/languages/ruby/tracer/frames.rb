# Which variables a frame shows: worked out once per scope, except where several blocks begin in one line.
class Layout
  attr_reader :names, :texts, :integers, :strings, :index, :parameters

  def initialize(scope, binding, parameters)
    own = binding.local_variables
    @names = scope.parent ? own & (scope.own | scope.used) : own
    @texts = @names.map { |name| Wire.escape(name.to_s.encode('UTF-8')) }
    @integers = @texts.map { |text| "\x1f=#{text}\x1fInteger\x1f" }
    @strings = @texts.map { |text| "\x1f=#{text}\x1fString\x1f" }
    @index = @names.each_with_index.to_h
    @parameters = parameters.to_h { |_, name| [name, true] }
  end
end

# One frame of the program: what was last shown of its variables.
class Frame
  UNSEEN = Object.new.freeze
  NOBODY = Object.new.freeze

  attr_reader :number, :depth, :file, :scope, :layout, :binding, :held, :shown, :snaps, :tags, :head, :this, :owned
  attr_accessor :line, :ran, :seen

  def initialize(number, depth, file, scope, layout, binding, this, line, tags)
    @number = number
    @depth = depth
    @file = file
    @scope = scope
    @layout = layout
    @binding = binding
    @this = this
    @owned = !NOBODY.equal?(this.object)
    @line = line
    @tags = tags
    @head = "\x1f#{number}\x1f"
    @held = Array.new(layout.names.size)
    @shown = Array.new(layout.names.size)
    @snaps = Array.new(layout.names.size)
    @seen = -1
  end

  # Parameters are shown whatever they are; other names from their first value on.
  def begin_parameters
    @layout.names.each_with_index { |name, i| @held[i] = UNSEEN if @layout.parameters[name] }
  end

  # Whether what ran last may have changed objects that other frames show, too.
  def may_have_changed?(last)
    changing = @file.syntax.changing
    @ran.nil? || changing[@ran] || changing[last]
  end

  # The line that ran last is over: names it assigns are shown even when they hold nil.
  def reveal
    names = @ran && @scope.assigned[@ran] or return
    names.each do |name|
      i = @layout.index[name]
      @held[i] = UNSEEN if i && @shown[i].nil? && @held[i].nil?
    end
  end
end

# Makes the items of records: what changed since the frame's last event.
class Changes
  SEP = Wire::SEP
  UNSEEN = Frame::UNSEEN
  SMALL = Texts::SMALL

  def initialize(values)
    @values = values
    @snapshots = Snapshots.new(values)
    @roomy = values.max_characters > 20
  end

  def items(frame, full)
    binding = frame.binding
    held = frame.held
    result = nil
    names = frame.layout.names
    i = 0
    # Not each_with_index: this runs at every event, for every variable.
    while i < names.size
      value = binding.local_variable_get(names[i])
      unless held[i].equal?(value) && !(full && frame.snaps[i] && !unchanged?(frame, i, value))
        item = Integer === value && value < SMALL && value > -SMALL ? small(frame, i, value) : variable(frame, i, value)
        result = result ? result + item : item if item
      end
      i += 1
    end
    this = full && frame.owned ? this_item(frame) : nil
    return result || '' unless this

    result ? this + result : this
  end

  def result(value)
    return "\x1f>\x1fInteger\x1f#{Core::INT_TEXT.bind_call(value)}" if @roomy && Integer === value && value < SMALL && value > -SMALL

    text = Wire.escape(@values.text(value))
    number = @values.known_alias(value)
    length = @values.length(value)
    return "#{SEP}>#{SEP}#{@values.type(value)}#{SEP}#{text}" unless number || length

    "#{SEP}^#{SEP}#{@values.type(value)}#{SEP}#{text}#{SEP}#{number}#{SEP}#{length}"
  end

  private

  def unchanged?(frame, slot, value)
    copy = frame.snaps[slot]
    !Snapshots::NONE.equal?(copy) && @snapshots.same?(copy, value)
  end

  # Most variables hold small integers: their item is made in one piece.
  def small(frame, slot, value)
    frame.held[slot] = value
    frame.snaps[slot] = nil
    item = frame.layout.integers[slot] + Core::INT_TEXT.bind_call(value)
    return nil if frame.shown[slot] == item

    frame.shown[slot] = item
  end

  def variable(frame, slot, value)
    return text(frame, slot, value) if String.equal?(Core::CLASS.bind_call(value))

    frame.held[slot] = @values.plain_identity?(value) ? value : UNSEEN
    frame.snaps[slot] = @values.kind(value) == :atom ? nil : @snapshots.take(value, frame.snaps[slot])
    item = item(frame.layout.texts[slot], value)
    return nil if frame.shown[slot] == item

    frame.shown[slot] = item
  end

  # So is that of a short string.
  def text(frame, slot, value)
    frame.held[slot] = @values.plain_identity?(value) ? value : UNSEEN
    frame.snaps[slot] = Core::FROZEN.bind_call(value) ? Snapshots::NONE : String.new(value)
    short = @values.short_text(value)
    item = short ? frame.layout.strings[slot] + short : item(frame.layout.texts[slot], value)
    return nil if frame.shown[slot] == item

    frame.shown[slot] = item
  end

  def item(name, value)
    text = Wire.escape(@values.text(value))
    length = @values.length(value)
    number = @values.alias_of(value)
    return "#{SEP}=#{name}#{SEP}#{@values.type(value)}#{SEP}#{text}" unless number || length

    "#{SEP}~#{name}#{SEP}#{@values.type(value)}#{SEP}#{text}#{SEP}#{number}#{SEP}#{length}"
  end

  def this_item(frame)
    this = frame.this
    return nil if this.copy && @snapshots.same?(this.copy, this.object)

    copy = @snapshots.take(this.object)
    this.copy = Snapshots::NONE.equal?(copy) ? nil : copy
    item = item('self', this.object)
    return nil if this.shown == item

    this.shown = item
  end
end

# The object a frame runs in, and what was last shown of it.
This = Struct.new(:object, :copy, :shown)
