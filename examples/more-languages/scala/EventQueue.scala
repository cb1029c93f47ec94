import scala.collection.mutable.ArrayBuffer

/** Something that happens at a time; smaller numbers are more urgent. */
case class Event(time: Int, urgency: Int, name: String)

/** A binary heap of events, the next one at its root. */
class EventQueue {
  private val heap = ArrayBuffer[Event]()

  private def before(a: Event, b: Event): Boolean =
    a.time < b.time || (a.time == b.time && a.urgency < b.urgency)

  private def swap(i: Int, j: Int): Unit = {
    val kept = heap(i)
    heap(i) = heap(j)
    heap(j) = kept
  }

  def isEmpty: Boolean = heap.isEmpty

  def push(event: Event): Unit = {
    heap += event
    var i = heap.size - 1
    while (i > 0 && before(heap(i), heap((i - 1) / 2))) {
      swap(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  def pop(): Event = {
    val first = heap(0)
    val last = heap.remove(heap.size - 1)
    if (heap.nonEmpty) {
      heap(0) = last
      sink(0)
    }
    first
  }

  private def sink(start: Int): Unit = {
    var i = start
    var child = 2 * i + 1
    while (child < heap.size) {
      if (child + 1 < heap.size && before(heap(child + 1), heap(child))) {
        child += 1
      }
      if (before(heap(child), heap(i))) {
        swap(i, child)
        i = child
        child = 2 * i + 1
      } else {
        child = heap.size
      }
    }
  }
}

object Kitchen {
  val Closing = 30

  def main(args: Array[String]): Unit = {
    val queue = new EventQueue
    queue.push(Event(12, 2, "soup ready"))
    queue.push(Event(5, 1, "order"))
    queue.push(Event(12, 1, "guest leaves"))
    queue.push(Event(40, 1, "cleaning"))
    while (!queue.isEmpty) {
      val event = queue.pop()
      if (event.time > Closing) {
        println(s"${event.name} waits until tomorrow")
      } else {
        println(s"${event.time}: ${event.name}")
        // Every order is cooked for ten minutes.
        if (event.name == "order") queue.push(Event(event.time + 10, 1, "meal ready"))
      }
    }
  }
}
