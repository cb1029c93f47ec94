// Case classes, companions, traits, lazy values, objects, pattern matching, operators, implicit conversions.
trait Shape {
  val name: String
  def area: Double
  def describe(digits: Int = 1): String = {
    val text = s"$name of $area"
    text.take(9 + digits)
  }
}

case class Circle(radius: Double) extends Shape {
  val name = "circle"
  def area = 3.0 * radius * radius
}

class Box(var width: Int, val height: Int) extends Shape {
  private var log = List.empty[Int]
  lazy val weight = {
    width * 100
  }
  val name = "box"
  def area = {
    val size = width * height
    size.toDouble
  }
  def +(more: Int): Box = {
    log = more :: log
    width += more
    this
  }
}

object Box {
  private var made = 0
  def square(side: Int): Box = {
    made += 1
    new Box(side, side)
  }
}

sealed trait Tree
case object Leaf extends Tree
case class Node(left: Tree, value: Int, right: Tree) extends Tree

object Classes {
  def sum(tree: Tree): Int = tree match {
    case Leaf => 0
    case Node(left, value, right) =>
      sum(left) + value + sum(right)
  }

  def main(args: Array[String]): Unit = {
    val circle = Circle(2.0)
    println(circle.copy(radius = 1.0) == circle)
    println(circle.describe())
    val box = Box.square(3)
    println(box.weight)
    println((box + 2).area)
    println(sum(Node(Node(Leaf, 1, Leaf), 2, Leaf)))
    val (first, second) = (box.width, "b")
    println(second * first)
  }
}
