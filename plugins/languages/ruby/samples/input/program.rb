print "name? "
name = $stdin.gets&.chomp
rest = []
while (line = $stdin.gets)
  rest << line.strip
end
puts "#{name} #{rest.inspect} #{ARGV.inspect}"
$stderr.puts "noted"
exit(rest.size)
