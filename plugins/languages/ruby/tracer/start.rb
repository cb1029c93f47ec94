# Reads the environment and begins.
module Start
  def self.run(descriptor, own_file)
    limits = Wire.limits(ENV['CODEALCHEMY_TRACE_LIMITS'])
    main = $PROGRAM_NAME.dup
    folder = "#{File.dirname(File.expand_path(main))}/"
    wire = Wire.new(descriptor, limits)
    recorder = Recorder.new(wire, Values.new(limits, folder), main, folder)
    hide(own_file, main)
    recorder.hook_output($stdout, 1)
    recorder.hook_output($stderr, 2)
    recorder.hook_warnings
    stop_in_children(recorder)
    at_exit { recorder.finish }
    Hooks.install(recorder, reads?(main))
  end

  # The program finds nothing of the tracer: no variables, and no file among those that are loaded.
  def self.hide(own_file, main)
    ENV.delete_if { |name, _| name.start_with?('CODEALCHEMY_') }
    own = own_file.dup
    at = TracePoint.new(:line) do |point|
      next unless point.path == main

      at.disable
      $LOADED_FEATURES.delete(own)
    end
    at.enable
  end

  def self.reads?(main)
    File.read(main).b.match?(Input::MENTIONS)
  rescue SystemCallError
    false
  end

  # A child writes no records: the map belongs to both.
  def self.stop_in_children(recorder)
    Process.singleton_class.prepend(Module.new do
      define_method(:_fork) do
        child = super()
        recorder.forked if child.zero?
        child
      end
    end)
  end
end
