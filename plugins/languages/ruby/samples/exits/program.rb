at_exit do
  puts "closing"
  $stdout.flush
end

def stop(code)
  exit code
ensure
  puts "ensured"
end

def run
  3.times do |i|
    stop(i + 3) if i == 1
  end
end

warn "starting"
run
puts "never"
