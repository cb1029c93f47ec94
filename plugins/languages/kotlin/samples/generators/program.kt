// Sequences whose bodies go on where they yielded, and a coroutine that is resumed by hand.
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

fun squares(limit: Int): Sequence<Int> = sequence {
    var n = 1
    while (n <= limit) {
        yield(n * n)
        n++
    }
    yieldAll(listOf(100, 101))
}

var waiting: Continuation<Int>? = null

suspend fun receive(): Int = suspendCoroutine { waiting = it }

suspend fun sum(): Int {
    var total = 0
    while (total < 10) {
        total += receive()
    }
    return total
}

fun main() {
    for (square in squares(2)) {
        println(square)
    }
    val fibonacci = generateSequence(Pair(0, 1)) { (a, b) -> Pair(b, a + b) }
    println(fibonacci.map { it.first }.take(6).toList())

    ::sum.startCoroutine(Continuation(EmptyCoroutineContext) { println("sum ${it.getOrNull()}") })
    for (value in listOf(4, 7)) {
        waiting?.resume(value)
    }
}
