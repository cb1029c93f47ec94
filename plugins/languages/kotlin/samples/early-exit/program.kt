// Ends with a status of its own, from inside of a call.
import kotlin.system.exitProcess

fun leave(code: Int): Nothing {
    println("leaving")
    exitProcess(code)
}

fun main() {
    try {
        leave(3)
    } finally {
        println("never")
    }
}
