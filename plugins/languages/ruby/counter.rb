# Counts how often each line of a program runs, with the interpreter's Coverage module and not with TracePoint.
#
# ruby -r counter.rb PROGRAM ARGUMENTS… runs the program and writes "LINE COUNT" lines to the file named by CODEALCHEMY_COUNTER_FILE.
# The main program is compiled before coverage can begin, so it is loaded a second time, in its own place.
require 'coverage'

output = File.open(ENV.delete('CODEALCHEMY_COUNTER_FILE'), 'w')
program = $PROGRAM_NAME
process = $$
Coverage.start(lines: true)

at_exit do
  if process == $$
    counts = Coverage.peek_result.dig(File.expand_path(program), :lines) || []
    counts.each_with_index { |count, at| output.write("#{at + 1} #{count}\n") if count }
    output.close
  end
end

text = File.binread(program)
if text.match?(/^__END__\r?$/)
  data = File.open(program)
  data.each_line { |line| break if line.chomp == '__END__' }
  Object.const_set(:DATA, data)
end
$PROGRAM_NAME = File.expand_path(program)
load $PROGRAM_NAME
exit
