// Nested and shared collections, arrays, ranges, sets without order, and one that holds itself.
fun main() {
    val row = mutableListOf(1, 2)
    val grid = listOf(row, row)
    row.add(3)
    println(grid)
    val ages = hashMapOf("zoe" to 30, "al" to 25)
    ages["bo"] = 41
    val seen = hashSetOf(30, 4, 17)
    seen -= 4
    val numbers = intArrayOf(3, 1, 2)
    numbers.sort()
    val words = arrayOf("b", null, "a")
    words[1] = "c"
    val nested = mapOf("x" to listOf(mapOf(1 to 'c')))
    val triple = Triple(1, 2.5, "z")
    val range = 1..9 step 4
    val loop = ArrayList<Any>()
    loop.add(loop)
    println(range.sum() + numbers[0] + seen.size + nested.size + triple.first + words.size + loop.size)
    val many = List(40) { it * it }
    val deque = java.util.ArrayDeque(many.take(3))
    deque.addFirst(-1)
    println(many.groupBy { it % 3 }.mapValues { it.value.size })
}
