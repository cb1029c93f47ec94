# An exception on its way: the frame it has reached, counted from the outermost, and whether the trace has told of it.
Pending = Struct.new(:error, :level, :told)

# One stack of frames: a fiber's, and so a thread's.
class Stack
  attr_reader :fiber, :thread, :base, :frames, :pending, :tags
  attr_accessor :reading

  def initialize(fiber, thread, base)
    @fiber = fiber
    @thread = thread
    @base = base
    @frames = []
    @pending = []
    @tags = thread == 1 ? '' : "\x1fh\x1f#{thread}"
    @reading = nil
  end

  def top
    @frames.last
  end

  def depth
    @base + @frames.size
  end

  # The exception that the topmost frame has to deal with, if any.
  def troubled
    one = @pending.last
    one if one && one.level == @frames.size
  end
end

# Follows exceptions from where they are raised to where they are caught. The interpreter tells of the raise only.
module Unwinding
  SEP = Wire::SEP

  def on_raise(point)
    return unless @wire.on

    stack = stack_here
    frame = stack.top or return
    error = point.raised_exception
    line = @files[point.path] ? point.lineno : nil
    frame.line = line if line
    stack.pending.pop if stack.troubled
    one = Pending.new(error, stack.frames.size, !line.nil?)
    stack.pending << one
    tell(frame, error) if line
  end

  # Once for every exception, however often it is raised again.
  def tell(frame, error)
    return if @raised[error]

    @raised[error] = 1
    flush_output
    @wire.record("x#{frame.head}#{frame.line}#{error_items(error)}#{frame.tags}")
  end

  def error_items(error)
    "#{SEP}#{@values.type(error)}#{SEP}#{Wire.escape(@values.message(error))}"
  end

  # A line is about to run in a frame that an exception has reached: it is caught, unless this is an `ensure`.
  def settle(stack, frame, line)
    one = stack.troubled
    if one.error.equal?($!)
      tell(frame, one.error) unless one.told
      one.told = true
      handler = frame.file.syntax.handler_at(line)
      caught(stack, frame, handler.head) if handler
    else
      caught(stack, frame, frame.line)
    end
  end

  def caught(stack, frame, line)
    one = stack.pending.pop
    # What the library raises and catches by itself is its own affair.
    return unless one.told

    @wire.record("k#{frame.head}#{line}#{error_items(one.error)}#{frame.tags}")
  end

  # Whether a frame is left by unwinding: no value, and from a line where no return stands, or with an exception on its way.
  def left?(stack, frame, line, value)
    return false unless nil.equal?(value)
    return true unless frame.scope.leaves[line]

    one = stack.troubled or return false
    !(StandardError === one.error && frame.file.syntax.rescued_in_line?(line))
  end

  # A stack that overflowed is left without a word: what it held is told when a handler is reached.
  def after_overflow(stack)
    error = $!
    return unless SystemStackError === error && !@raised[error]

    real = caller_locations.count { |at| @files[at.path] && !at.label.start_with?('rescue in', 'ensure in') }
    return if real >= stack.frames.size

    tell(stack.top, error)
    leave(stack, stack.top.line, true) while stack.frames.size > real
    stack.pending << Pending.new(error, real, true)
  end
end
