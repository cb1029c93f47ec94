fun mix(state: Int, value: Int): Int {
    val next = ((state * 31L + value) % 1000003).toInt()
    return next
}

fun label(number: Int): String {
    var text = "item"
    val digit = number % 10
    text = text + digit
    return text
}

fun work(rounds: Int): Int {
    val slots = IntArray(8)
    val counts = HashMap<String, Int>()
    var state = 7
    var best = 0
    for (i in 0 until rounds) {
        state = mix(state, i)
        val slot = state % 8
        slots[slot] = slots[slot] + 1
        val name = label(state)
        counts[name] = (counts[name] ?: 0) + 1
        if (state > best) {
            best = state
        }
    }
    return best + slots[0] + (counts["item3"] ?: 0)
}

fun main(args: Array<String>) {
    println(work(args[0].toInt()))
}
