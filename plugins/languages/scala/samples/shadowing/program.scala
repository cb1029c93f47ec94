// Names that hide others: in blocks, in function literals, in patterns, and as a member.
class Scope(var x: Int) {
  def shift(x: Int): Int = {
    this.x += x
    val y = { val x = 7; x + 1 }
    y
  }
}

object Shadowing {
  def main(args: Array[String]): Unit = {
    val x = 1
    for (x <- 5 to 6) {
      val y = {
        val x = "inner"
        x.length
      }
      println(x + y)
    }
    Some(3) match {
      case Some(x) => println(x)
    }
    println(new Scope(10).shift(x))
    println(x)
  }
}
