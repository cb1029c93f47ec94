// Ends with a status of its own, from inside of a call.
object EarlyExit {
  def leave(code: Int): Nothing = {
    println("leaving")
    sys.exit(code)
  }

  def main(args: Array[String]): Unit = {
    try {
      leave(3)
    } finally {
      println("never")
    }
  }
}
