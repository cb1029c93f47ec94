# Moves of the towers of Hanoi.
def hanoi(n, from, to, via, moves)
  return moves if n.zero?

  hanoi(n - 1, from, via, to, moves)
  moves << [from, to]
  hanoi(n - 1, via, to, from, moves)
end

def fib(n, memo = {})
  return n if n < 2

  memo[n] ||= fib(n - 1, memo) + fib(n - 2, memo)
end

def even?(n) = n.zero? || odd?(n - 1)

def odd?(n) = !n.zero? && even?(n - 1)

moves = hanoi(2, :a, :c, :b, [])
puts moves.size, fib(6), even?(3)
