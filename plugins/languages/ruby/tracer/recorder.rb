# A source file of the program.
SourceText = Struct.new(:path, :tag, :syntax)

# Follows frames and writes records. One record per event, in the order of the program.
class Recorder
  include Unwinding
  include Streams
  include Input

  SEP = Wire::SEP
  FOREIGN = nil

  attr_reader :wire

  def initialize(wire, values, main, folder)
    @wire = wire
    @values = values
    @changes = Changes.new(values)
    @main_path = main
    @folder = folder
    @process = $$
    @clock = 0
    @numbers = 0
    @threads = {}.compare_by_identity
    @thread_count = 0
    @thread_stacks = {}.compare_by_identity
    @stacks = ObjectSpace::WeakMap.new
    @raised = ObjectSpace::WeakMap.new
    @layouts = {}.compare_by_identity
    @output = +''.b
    @output_to = 1
    @main_object = TOPLEVEL_BINDING.receiver
    @files = Hash.new { |files, path| files[path] = classify(path) }.compare_by_identity
    @stdin = $stdin
    @reads_input = ARGV.empty? || !File.exist?(ARGV[0])
  end

  # Lines of the program only; the library runs unseen.
  def on_line(point)
    file = @files[point.path] or return
    return unless @wire.on

    stack = @last_stack
    stack = stack_here unless stack && stack.fiber.equal?(Fiber.current)
    line = point.lineno
    frame = stack.frames.last
    frame = frame_for(stack, file, point, line) unless frame && frame.file.equal?(file)
    syntax = file.syntax
    after_overflow(stack) && frame = stack.top if syntax.handler_lines[line]
    flush_output unless @output.empty?
    ran = frame.ran
    frame.reveal if frame.scope.assigned[ran]
    @clock += 1 if syntax.changing[ran]
    items = @changes.items(frame, frame.seen != @clock)
    frame.seen = @clock
    settle(stack, frame, line) unless stack.pending.empty? || !stack.troubled
    frame.line = frame.ran = line
    @wire.record("l#{frame.head}#{line}#{items}#{frame.tags}")
  end

  def on_call(point)
    enter(point, :method)
  end

  def on_block(point)
    enter(point, :block)
  end

  def on_class(point)
    enter(point, :class)
  end

  def on_return(point)
    file = @files[point.path] or return
    return unless @wire.on

    stack = stack_here
    frame = stack.top
    return if frame.nil? || frame.scope.label == '<module>'
    return if point.event == :return && frame.scope.parent # the method that a block was made: its block tells of it

    flush_output
    value = point.event == :end ? nil : point.return_value
    left = point.event == :end ? !stack.troubled.nil? : left?(stack, frame, point.lineno, value)
    finish_frame(stack, frame, point.lineno, left, value, point.event == :end)
  end

  def on_thread_end
    number = @threads.delete(Thread.current)
    return unless number && @wire.on

    flush_output
    @wire.record("t#{SEP}#{number}#{SEP}end")
  end

  # The program is over: every frame that is still open is left.
  def finish
    return unless @wire.on && @process == $$

    flush_output
    finish_main if @main
    flush_output
    @wire.close
  end

  def forked
    @wire.close
  end

  def failed(error)
    @wire.break_off(error.class.name.to_s)
  end

  private

  def enter(point, kind)
    file = @files[point.path] or return
    return unless @wire.on

    line = point.lineno
    scope = file.syntax.scopes[[kind == :block ? :block : :method, line]]
    return if kind == :method && scope.nil? && file.syntax.scopes[[:block, line]]

    stack = stack_here
    finish_main if @main && stack.equal?(@main_stack) && stack.frames.size == 1 && main_over?
    flush_output
    scope ||= unknown_scope(kind, point)
    binding = point.binding
    this = kind == :class || (kind == :block && !scope.uses_self) ? Frame::NOBODY : shown_self(point.self)
    frame = push(stack, file, scope, layout(scope, binding, kind == :class ? [] : point.parameters), binding, this, line)
    tell_read(stack, frame)
    call(frame, line)
  end

  def tell_read(stack, frame)
    return unless stack.reading && stack.reading == stack.frames.size - 1

    name = frame.layout.names.first
    read(frame.binding.local_variable_get(name)) if name
  end

  def call(frame, line)
    frame.begin_parameters
    items = @changes.items(frame, true)
    frame.seen = @clock
    @wire.record("c#{frame.head}#{frame.depth}#{SEP}#{line}#{SEP}#{label(frame.scope)}#{items}#{frame.tags}")
  end

  def label(scope)
    Wire.escape(scope.label.encode('UTF-8'))
  end

  def push(stack, file, scope, layout, binding, this, line)
    tags = file.tag ? "#{SEP}f#{SEP}#{file.tag}#{stack.tags}" : stack.tags
    frame = Frame.new(@numbers += 1, stack.depth, file, scope, layout, binding, This.new(this), line, tags)
    stack.frames << frame
    frame
  end

  def finish_frame(stack, frame, line, left, value, silent)
    caught(stack, frame, frame.line) if !left && stack.troubled
    frame.line = line unless left
    leave(stack, frame.line, left, value, silent)
  end

  # Writes the return of the topmost frame.
  def leave(stack, line, left, value = nil, silent = false)
    frame = stack.top
    one = stack.troubled
    if left && one && !one.told
      tell(frame, one.error)
      one.told = true
    end
    @clock += 1 if frame.may_have_changed?(line)
    frame.reveal
    items = @changes.items(frame, true)
    outcome = if left then "#{SEP}u" elsif silent then '' else @changes.result(value) end
    @wire.record("r#{frame.head}#{line}#{items}#{outcome}#{frame.tags}")
    stack.frames.pop
    pass_on(stack, one)
  end

  # The exception goes on to the caller; one that the caller was busy with gives way to it.
  def pass_on(stack, one)
    return unless one

    one.level -= 1
    stack.pending.delete_if { |other| !other.equal?(one) && other.level >= one.level }
  end

  # The frame that a line runs in: files that are loaded have bodies that begin and end without an event.
  def frame_for(stack, file, point, line)
    top = stack.top
    return top if top && top.file.equal?(file)
    return begin_file(stack, file, point, line) if top.nil? || stack.frames.none? { |one| one.file.equal?(file) }

    leave(stack, stack.top.line, false, nil, true) until stack.top.file.equal?(file) || stack.top.scope.label != '<module>'
    stack.top
  end

  def begin_file(stack, file, point, line)
    scope = file.syntax.main
    frame = push(stack, file, scope, layout(scope, point.binding, []), point.binding, Frame::NOBODY, line)
    if @main.nil? && file.tag.nil?
      @main = frame
      @main_stack = stack
    end
    call(frame, line)
    frame
  end

  # Whether the main body has ended: what runs below its frame now is a handler of the exit.
  def main_over?
    at = caller_locations(2).last
    at.nil? || at.label != '<main>'
  end

  def finish_main
    frame = @main
    @main = nil
    one = @main_stack.pending.last
    error = $! || (one && !frame.file.syntax.rescued_in_line?(frame.line) ? one.error : nil)
    @main_stack.pending.clear unless error
    other_stacks
    leave(@main_stack, @main_stack.top.line, true) while @main_stack.frames.size > 1
    leave(@main_stack, frame.line, !error.nil?, nil, true) if @main_stack.top.equal?(frame)
  end

  # Threads end with the program, and what they were doing is left.
  def other_stacks
    @threads.each_key.reject { |thread| thread.equal?(Thread.current) }.each do |thread|
      stack = @thread_stacks[thread]
      leave(stack, stack.top.line, true) while stack&.top
    end
  end

  def shown_self(object)
    return Frame::NOBODY if @main_object.equal?(object)

    Module === object ? Frame::NOBODY : object
  end

  def layout(scope, binding, parameters)
    names = binding.local_variables
    known = @layouts[scope]
    return known[1] if known && known[0] == names

    (@layouts[scope] = [names, Layout.new(scope, binding, parameters)])[1]
  end

  def unknown_scope(kind, point)
    name = point.method_id ? point.method_id.to_s : '<module>'
    scope = Scope.new(kind == :block ? "block in #{name}" : name, point.binding.local_variables, nil)
    scope.leaves.default = true
    scope
  end

  def stack_here
    fiber = Fiber.current
    stack = @last_stack
    return stack if stack && stack.fiber.equal?(fiber)

    @last_stack = @stacks[fiber] || new_stack(fiber)
  end

  def new_stack(fiber)
    number = @threads[Thread.current]
    base = number && @last_stack ? @last_stack.depth : 0
    unless number
      number = @threads[Thread.current] = (@thread_count += 1)
      flush_output
      @wire.record("t#{SEP}#{number}#{SEP}start") if number > 1
    end
    stack = Stack.new(fiber, number, base)
    @thread_stacks[Thread.current] ||= stack
    @stacks[fiber] = stack
  end

  # Which files are the program's: the main one and those in its folder.
  def classify(path)
    return FOREIGN if path.nil? # what enumerators do in fibers of their own
    return SourceText.new(path, nil, Syntax.new(text_of(path))) if path == @main_path

    full = File.expand_path(path)
    return FOREIGN if !full.start_with?(@folder) || !File.file?(full)

    SourceText.new(path, full.delete_prefix(@folder), Syntax.new(text_of(full)))
  end

  def text_of(path)
    File.read(path, encoding: 'UTF-8').scrub('?')
  end
end
