// Threads that share an account under its lock.
class Account {
  private var balance = 0
  def deposit(amount: Int): Unit = synchronized {
    balance += amount
  }
  def total = balance
}

object Threads {
  def main(args: Array[String]): Unit = {
    val account = new Account
    val workers = for (number <- 1 to 2) yield new Thread(new Runnable {
      def run(): Unit = {
        for (i <- 1 to 2) {
          account.deposit(number * i)
        }
      }
    })
    for (worker <- workers) {
      worker.start()
      worker.join()
    }
    println(account.total)
  }
}
