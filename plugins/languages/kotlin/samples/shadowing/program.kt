// Names that hide others: in blocks, in lambdas, in loops, as `it`, and as a member.
class Scope(var x: Int) {
    fun shift(x: Int): Int {
        this.x += x
        val y = x.let { x -> x + 1 }
        return y
    }
}

fun main() {
    val x = 1
    for (x in 5..6) {
        val x = x.toString()
        println(x)
    }
    run {
        val x = "inner"
        println(x)
    }
    listOf(listOf(2)).forEach { it.forEach { println(it) } }
    println(Scope(10).shift(x))
    println(x)
}
