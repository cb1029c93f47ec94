# Input, told of when a reading method of the interpreter returns. Only programs that name one pay for the hook.
module Input
  READERS = %i[gets readline readlines read getc readchar getbyte readbyte readpartial sysread read_nonblock].to_h { |name| [name, true] }.freeze
  EACH = %i[each_line each].to_h { |name| [name, true] }.freeze
  MENTIONS = /\b(?:gets|readlines?|STDIN|stdin|ARGF|read)\b|\$</

  def on_read(point)
    name = point.method_id
    return unless READERS[name] || EACH[name]
    return unless @wire.on && @files[point.path] && input?(point.self)

    stack = stack_here
    return stack.reading = nil if EACH[name]

    read(point.return_value)
  end

  # A loop over the lines of the input: its block gets them.
  def on_each(point)
    return unless EACH[point.method_id] && @wire.on && @files[point.path] && input?(point.self)

    stack = stack_here
    stack.reading = stack.frames.size
  end

  def read(value)
    case value
    when String then text = value
    when Array then text = value.grep(String).join
    when Integer then text = value.chr
    else return
    end
    return if text.empty?

    flush_output
    chunk('i', 0, as_bytes(text))
  end

  # Kernel's methods hand on to ARGF's, which read the files that the arguments name, where they name any.
  def input?(receiver)
    @stdin.equal?(receiver) || (ARGF.equal?(receiver) && @reads_input)
  end
end
