results = Queue.new

def work(name, n)
  total = 0
  n.times { |i| total += i }
  [name, total]
end

[["first", 2], ["second", 3]].each do |name, n|
  Thread.new(name, n) { |who, count| results << work(who, count) }.join
end
failing = Thread.new do
  Thread.current.report_on_exception = false
  raise ArgumentError, "in a thread"
end
begin
  failing.join
rescue ArgumentError => e
  message = e.message
end
puts results.size, results.pop.inspect, message
