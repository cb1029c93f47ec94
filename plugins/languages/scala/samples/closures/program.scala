// Function literals that change what they capture, functions inside of functions, by-name arguments, partial functions.
object Closures {
  def twice(action: Int => Unit): Unit = {
    action(1)
    action(2)
  }

  def counter(): () => Int = {
    var count = 0
    () => {
      count += 1
      count
    }
  }

  def unless(condition: Boolean)(body: => Int): Int = if (condition) 0 else body

  def main(args: Array[String]): Unit = {
    var total = 0
    List(3, 4).foreach { x => total += x }
    twice { n =>
      total += n * 10
    }
    def label(value: Int, prefix: String = "n"): String = {
      val text = prefix + value
      text + total
    }
    println(label(7))
    val next = counter()
    next()
    println(next())
    println(unless(total > 100) { total + 1 })
    println(List(1, 2).map(_ * total))
    val names: PartialFunction[Int, String] = {
      case 1 => "one"
      case n if n > 5 => "many"
    }
    println(List(1, 3, 9).collect(names))
    for (i <- 1 to 2; j <- i to 2) println(i * j)
  }
}
