import scala.collection.mutable

object Counts {
  def mix(state: Int, value: Int): Int = {
    val next = ((state * 31L + value) % 1000003).toInt
    next
  }

  def label(number: Int): String = {
    var text = "item"
    val digit = number % 10
    text = text + digit
    text
  }

  def work(rounds: Int): Int = {
    val slots = new Array[Int](8)
    val counts = mutable.HashMap[String, Int]()
    var state = 7
    var best = 0
    var i = 0
    while (i < rounds) {
      state = mix(state, i)
      val slot = state % 8
      slots(slot) = slots(slot) + 1
      val name = label(state)
      counts(name) = counts.getOrElse(name, 0) + 1
      if (state > best) {
        best = state
      }
      i += 1
    }
    best + slots(0) + counts.getOrElse("item3", 0)
  }

  def main(args: Array[String]): Unit = {
    println(work(args(0).toInt))
  }
}
