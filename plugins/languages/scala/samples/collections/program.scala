// Immutable and mutable collections, nested and shared ones, maps without order, tuples, options, ranges and streams.
import scala.collection.immutable.{ListMap, Queue, TreeMap}
import scala.collection.mutable

object Collections {
  def main(args: Array[String]): Unit = {
    val row = mutable.ListBuffer(1, 2)
    val grid = List(row, row)
    row += 3
    val ages = Map("zoe" -> 30, "al" -> 25)
    val many = (1 to 6).map(n => n -> n * n).toMap
    val set = Set(5, 3, 9, 1, 7)
    val vector = Vector(1, 2).updated(0, 9) :+ 3
    val long = (0 until 40).toVector.updated(35, -1)
    val buffer = mutable.ArrayBuffer("a")
    buffer += "b"
    val table = mutable.Map("x" -> 1)
    table("y") = 2
    table -= "x"
    val seen = mutable.Set(4, 2)
    seen += 8
    val linked = mutable.LinkedHashMap("z" -> 1, "a" -> 2)
    val queue = Queue(1).enqueue(2).enqueue(3)
    val line = mutable.Queue(1, 2)
    line.dequeue()
    val sorted = TreeMap("b" -> 1, "a" -> 2)
    val ordered = ListMap("q" -> 1, "b" -> 2)
    val numbers = Array(3, 1, 2)
    numbers(1) = 10
    val pair = ("a", 1)
    val ints = (1, 2)
    val triple = (1, 'c', 2.5)
    val some: Option[List[Int]] = Some(List(1))
    val none: Option[Int] = None
    val either: Either[String, Int] = Left("bad")
    val attempt = scala.util.Try(1 / 0)
    val range = 1 to 9 by 4
    val stream = Stream.from(1)
    println(stream.take(2).sum)
    val big = BigInt(2).pow(80)
    println(ages.size + many.size + set.size + grid.size)
  }
}
