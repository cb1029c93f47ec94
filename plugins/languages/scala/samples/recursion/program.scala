// Plain, mutual and tail recursion, and a memo.
import scala.annotation.tailrec
import scala.collection.mutable

object Recursion {
  private val memo = mutable.Map[Int, Long]()

  def fib(n: Int): Long =
    if (n < 2) n
    else memo.getOrElseUpdate(n, fib(n - 1) + fib(n - 2))

  @tailrec
  def gcd(a: Int, b: Int): Int = if (b == 0) a else gcd(b, a % b)

  def even(n: Int): Boolean = n == 0 || odd(n - 1)
  def odd(n: Int): Boolean = n != 0 && even(n - 1)

  def quick(xs: List[Int]): List[Int] = xs match {
    case Nil => Nil
    case pivot :: rest =>
      val (low, high) = rest.partition(_ < pivot)
      quick(low) ::: pivot :: quick(high)
  }

  def main(args: Array[String]): Unit = {
    println(fib(5))
    println(gcd(48, 18))
    println(even(3))
    println(quick(List(3, 1, 2)))
  }
}
