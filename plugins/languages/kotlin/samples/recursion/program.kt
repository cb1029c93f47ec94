// Recursion with a default argument, tail recursion, mutual recursion, a memo, and a stack that overflows.
fun fib(n: Int, memo: MutableMap<Int, Long> = mutableMapOf()): Long {
    if (n < 2) return n.toLong()
    memo[n]?.let { return it }
    val value = fib(n - 1, memo) + fib(n - 2, memo)
    memo[n] = value
    return value
}

tailrec fun gcd(a: Int, b: Int): Int = if (b == 0) a else gcd(b, a % b)

fun even(n: Int): Boolean = n == 0 || odd(n - 1)
fun odd(n: Int): Boolean = n != 0 && even(n - 1)

fun main() {
    println(fib(5))
    println(gcd(48, 18))
    println(even(3))
}
