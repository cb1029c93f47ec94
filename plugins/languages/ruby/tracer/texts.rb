# The text of plain values: the language's own literals.
module Texts
  HUGE = 10_000
  SMALL = 1 << 62
  UTF8 = Encoding::UTF_8
  ADDRESS = /0x[0-9a-f]{16}/

  def cut(text, room)
    text = utf8(text)
    return text if text.size <= room

    @cut = true
    "#{text[0, room > 1 ? room - 1 : 0]}…"
  end

  # Texts of the program may be in any encoding; the trace is in one.
  def utf8(text)
    return text if text.encoding == UTF8

    text.encode(UTF8, invalid: :replace, undef: :replace)
  rescue EncodingError
    text.dup.force_encoding(UTF8)
  end

  def integer(value, room)
    return Core::INT_TEXT.bind_call(value) if room > 20 && value < SMALL && value > -SMALL

    bits = Core::BITS.bind_call(value)
    return cut(Core::INT_TEXT.bind_call(value), room) if bits < HUGE

    # Decimal digits of a number of this size would take longer than the program's line.
    shift = [(bits - 4 * [room, 8].max) & ~3, 0].max
    digits = Core::INT_TEXT.bind_call(value.abs >> shift, 16)
    cut("#{'-' if value.negative?}0x#{digits}#{'0' if shift.positive?}", room)
  end

  # The text of a string of the library's class that needs no cutting; it holds no byte that a field can't.
  def short_text(value)
    return nil if Core::STRING_SIZE.bind_call(value) > @max_characters

    text = Core::STRING_TEXT.bind_call(value)
    text if text.encoding == UTF8 && text.size <= @max_characters
  end

  def string(value, room)
    part = Core::STRING_SIZE.bind_call(value) > room ? Core::STRING_PART.bind_call(value, 0, room) : value
    @cut = true unless part.equal?(value)
    text = utf8(Core::STRING_TEXT.bind_call(part))
    part.equal?(value) && text.size <= room ? text : cut("#{text}…", room)
  end

  def symbol(value, room)
    cut(Core::SYMBOL_TEXT.bind_call(value), room)
  end

  def without_addresses(text)
    text.gsub(ADDRESS, '0x…')
  end
end
