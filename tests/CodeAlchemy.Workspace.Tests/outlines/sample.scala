// Counts words.
package words

import scala.collection.mutable

/** Counts. */
class Counter {
  private val seen = mutable.Map[String, Int]()

  /** Adds one word. */
  def add(word: String): Int = {
    seen(word) = seen.getOrElse(word, 0) + 1 // kept
    seen(word)
  }

  def size = seen.size
}

trait Shown {
  def shown: String
}

object Main {
  def main(args: Array[String]): Unit = {
    println(new Counter().add(args(0)))
  }
}
