# Output, placed in time: the write methods of the two streams tell of what they are given, and then do what they always did.
module Streams
  def hook_output(stream, descriptor)
    recorder = self
    stream.define_singleton_method(:write) do |*parts|
      parts.map! { |part| String === part ? part : part.to_s }
      done = super(*parts)
      recorder.wrote(descriptor, parts)
      done
    end
    %i[syswrite write_nonblock].each do |name|
      stream.define_singleton_method(name) do |text, **options|
        done = options.empty? ? super(text) : super(text, **options)
        recorder.wrote(descriptor, [text.to_s.byteslice(0, done)]) if done.is_a?(Integer)
        done
      end
    end
  end

  # Warnings reach the stream by a way of their own, which begins with a method that is made to be replaced.
  def hook_warnings
    recorder = self
    stream = $stderr
    Warning.singleton_class.prepend(Module.new do
      define_method(:warn) do |text, **options|
        done = options.empty? ? super(text) : super(text, **options)
        recorder.wrote(2, [text]) if $stderr.equal?(stream)
        done
      end
    end)
  end

  def wrote(descriptor, parts)
    return unless @wire.on

    flush_output if @output_to != descriptor
    @output_to = descriptor
    parts.each { |part| @output << as_bytes(part) }
  end

  # Writes what was printed since the last event as one record.
  def flush_output
    return if @output.empty?

    data = @output
    @output = +''.b
    chunk('o', @output_to, data)
  end

  def chunk(kind, descriptor, data)
    head = "#{kind}\x1f#{descriptor}\x1f".b
    @wire.record(head << Wire.escape(data))
  end

  def as_bytes(text)
    text.encoding == Encoding::BINARY ? text : text.b
  end
end
