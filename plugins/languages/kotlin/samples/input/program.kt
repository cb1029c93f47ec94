// Reads all of its input and its arguments.
fun main(args: Array<String>) {
    val greeting = args.firstOrNull() ?: "hello"
    var count = 0
    while (true) {
        val line = readLine() ?: break
        count++
        println("$greeting, $line")
    }
    println(count)
}
