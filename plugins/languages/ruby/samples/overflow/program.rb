def endless(n)
  endless(n + 1) + 1
end

begin
  endless(0)
rescue SystemStackError => e
  kind = e.class
end
puts kind
