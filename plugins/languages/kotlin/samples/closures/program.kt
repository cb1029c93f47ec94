// Lambdas that change what they capture, local functions, inline and higher-order functions.
inline fun twice(action: (Int) -> Unit) {
    action(1)
    action(2)
}

fun adder(step: Int): (Int) -> Int = { it + step }

fun counter(): () -> Int {
    var count = 0
    return {
        count++
        count
    }
}

fun main() {
    var total = 0
    listOf(3, 4).forEach { total += it }
    twice { n ->
        total += n * 10
    }
    val add = adder(5)
    println(add(total))

    fun label(value: Int, prefix: String = "n"): String {
        return "$prefix$value"
    }
    println(label(total))
    val next = counter()
    next()
    println(next())
    val names = mapOf("b" to 2, "a" to 1).entries.sortedBy { it.key }.map { (key, value) -> key + value }
    println(names)
}
