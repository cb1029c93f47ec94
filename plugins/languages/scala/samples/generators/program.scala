// Lazy sequences: an iterator of the program's own, a stream and a view.
class Countdown(from: Int) extends Iterator[Int] {
  private var left = from
  def hasNext = left > 0
  def next() = {
    left -= 1
    left + 1
  }
}

object Generators {
  def main(args: Array[String]): Unit = {
    for (n <- new Countdown(2)) {
      println(n)
    }
    lazy val fibonacci: Stream[Int] = 0 #:: 1 #:: fibonacci.zip(fibonacci.tail).map { case (a, b) => a + b }
    val start = fibonacci.take(5).toList
    println(start)
    val view = List(1, 2, 3).view.map { n =>
      n * 2
    }
    println(view.head)
  }
}
