// Threads that share a counter under a lock, and a result that is waited for.
import kotlin.concurrent.thread

class Account {
    private var balance = 0
    private val lock = Any()

    fun deposit(amount: Int) {
        synchronized(lock) {
            balance += amount
        }
    }

    fun total() = balance
}

fun main() {
    val account = Account()
    val workers = (1..2).map { number ->
        thread(name = "worker-$number") {
            for (i in 1..2) {
                account.deposit(number * i)
            }
        }
    }
    workers.forEach { it.join() }
    println(account.total())
}
