# The trace file. It is mapped: mapped bytes survive exit!, exec and any signal, and the program sees no descriptor.
class Wire
  SEP = "\x1f"
  DEFAULTS = { 'events' => 100_000, 'bytes' => 32 << 20, 'depth' => 4, 'items' => 32, 'characters' => 256 }.freeze

  attr_reader :on
  # What is done when recording stops: the hooks are taken away, and the program goes on at full speed.
  attr_accessor :on_stop

  def self.limits(text)
    DEFAULTS.merge(text.to_s.split(',').to_h { |part| [part[/\A\w+/], part[/\d+\z/].to_i] })
  end

  def initialize(descriptor, limits)
    @events = limits['events']
    @bytes = limits['bytes']
    @at = 0
    @on = true
    size = @bytes + 4096
    file = File.for_fd(descriptor, 'r+')
    file.truncate(size)
    @map = quietly { IO::Buffer.map(file, size) }
    file.close
  end

  # Writes one record; at a limit it writes the last one and stops.
  def record(payload)
    return false unless @on

    size = payload.bytesize
    if @events <= 0 || @bytes < size + 9
      stop(@events <= 0 ? 'events' : 'bytes')
      return false
    end
    @events -= 1
    @bytes -= size + 9
    data = "#{size}:#{payload},"
    @map.set_string(data, @at)
    @at += data.bytesize
    true
  end

  def close
    @on = false
    @on_stop&.call
  end

  # The tracer failed: a record that no reader takes makes the host refuse the trace.
  def break_off(type)
    @on = false
    put("#{type.bytesize + 1}:?#{type},")
    @on_stop&.call
  end

  def self.escape(text)
    return text unless text.include?(SEP) || text.include?("\x10")

    bytes = text.b.gsub(/[\x10\x1f]/n) { |byte| byte == "\x10" ? "\x10\x50" : "\x10\x5f" }
    bytes.force_encoding(text.encoding)
  end

  private

  def put(data)
    @map.set_string(data, @at)
    @at += data.bytesize
  end

  def stop(limit)
    @on = false
    put("#{limit.size + 2}:z#{SEP}#{limit},")
    @on_stop&.call
  end

  # Mapped buffers are announced as an experiment; what they do here is the same in every version since.
  def quietly
    before = Warning[:experimental]
    Warning[:experimental] = false
    yield
  ensure
    Warning[:experimental] = before
  end
end
