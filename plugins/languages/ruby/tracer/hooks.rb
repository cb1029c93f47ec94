# The hooks of the interpreter. Each has a block of its own, which is faster than asking for the kind of the event.
module Hooks
  def self.install(recorder, watch_input)
    hooks = [
      hook(recorder, :line) { |point| recorder.on_line(point) },
      hook(recorder, :call) { |point| recorder.on_call(point) },
      hook(recorder, :b_call) { |point| recorder.on_block(point) },
      hook(recorder, :class) { |point| recorder.on_class(point) },
      hook(recorder, :return, :b_return, :end) { |point| recorder.on_return(point) },
      hook(recorder, :raise) { |point| recorder.on_raise(point) },
      hook(recorder, :thread_end) { |_| recorder.on_thread_end },
    ]
    hooks << hook(recorder, :c_return) { |point| recorder.on_read(point) } if watch_input
    hooks << hook(recorder, :c_call) { |point| recorder.on_each(point) } if watch_input
    recorder.wire.on_stop = -> { hooks.each(&:disable) }
    hooks.each(&:enable)
  end

  # What the tracer's own mistakes would be. Anything else comes from outside, as a timeout does, and is the program's.
  MISTAKES = [NameError, TypeError, ArgumentError, EncodingError, RangeError, IndexError].freeze

  # An exception of the tracer's own spoils the trace and never reaches the program.
  def self.hook(recorder, *events)
    TracePoint.new(*events) do |point|
      yield(point)
    rescue *MISTAKES => e
      recorder.failed(e)
    end
  end
end
