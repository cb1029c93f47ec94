// An exception that passes several frames, handlers that return values, finally, and one that nobody catches.
class Refused(val code: Int) : Exception("refused $code")

fun check(value: Int): Int {
    if (value > 2) {
        throw Refused(value)
    }
    return value
}

fun middle(value: Int): Int {
    try {
        return check(value) * 10
    } finally {
        println("leaving $value")
    }
}

fun outer(value: Int): Int = try {
    middle(value)
} catch (e: Refused) {
    -e.code
}

fun main() {
    println(outer(1))
    println(outer(3))
    val number = "12x".toIntOrNull() ?: try {
        "12x".toInt()
    } catch (e: NumberFormatException) {
        0
    }
    println(number)
    val missing: String? = null
    println(runCatching { missing!!.length }.isFailure)
    require(number > 0) { "not positive" }
}
