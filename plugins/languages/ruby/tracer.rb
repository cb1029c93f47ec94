# Traces a Ruby program with TracePoint and writes the records of docs/trace-wire.md.
#
# Loaded by -r before the program starts, so that the interpreter itself runs the program: no frame of the tracer lies below
# the program's. Its parts are loaded into a module without a name: the program finds no constant of them.
descriptor = ENV['CODEALCHEMY_TRACE_FD']
if descriptor
  parts = Module.new
  %w[wire syntax names texts values snapshots frames unwinding streams input recorder hooks start].each do |name|
    load("#{__dir__}/tracer/#{name}.rb", parts)
  end
  parts.const_get(:Start).run(descriptor.to_i, __FILE__)
end
