// A program whose main body is that of an object.
object Greeter extends App {
  val names = List("Ada", "Bob")
  var count = 0
  def greet(name: String) = {
    count += 1
    s"$count: hello $name"
  }
  for (name <- names) {
    println(greet(name))
  }
  println(count)
}
