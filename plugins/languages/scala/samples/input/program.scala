// Reads all of its input and its arguments.
import scala.io.StdIn

object Input {
  def main(args: Array[String]): Unit = {
    val greeting = args.headOption.getOrElse("hello")
    var count = 0
    var line = StdIn.readLine()
    while (line != null) {
      count += 1
      println(s"$greeting, $line")
      line = StdIn.readLine()
    }
    println(count)
  }
}
