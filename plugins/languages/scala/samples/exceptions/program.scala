// An exception that passes several frames, handlers by pattern, finally, and one that nobody catches.
class Refused(val code: Int) extends Exception("refused " + code)

object Exceptions {
  def check(value: Int): Int = {
    if (value > 2)
      throw new Refused(value)
    value
  }

  def middle(value: Int): Int = {
    try {
      check(value) * 10
    } finally {
      println("leaving " + value)
    }
  }

  def outer(value: Int): Int = try {
    middle(value)
  } catch {
    case e: Refused if e.code > 100 => 0
    case e: Refused => -e.code
  }

  def main(args: Array[String]): Unit = {
    println(outer(1))
    println(outer(3))
    println(scala.util.Try("12x".toInt).getOrElse(7))
    val empty = List[Int]()
    require(empty.nonEmpty, "nothing")
  }
}
