// Recursion, a memoized closure, and a trampoline.
def fib(int n) {
    if (n < 2) {
        return n
    }
    return fib(n - 1) + fib(n - 2)
}

int gcd(int a, int b) {
    b == 0 ? a : gcd(b, a % b)
}

println fib(4)
println gcd(48, 18)
def squares
squares = { n -> n == 0 ? [] : squares(n - 1) + [n * n] }
println squares(3)
def power = { n -> n * n }.memoize()
println power(3) + power(3)
def factorial
factorial = { n, acc = 1G -> n < 2 ? acc : factorial.trampoline(n - 1, acc * n) }.trampoline()
println factorial(5)
