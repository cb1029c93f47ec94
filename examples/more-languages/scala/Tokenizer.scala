import scala.io.StdIn

sealed trait Token
case class Number(value: Int) extends Token
case class Sign(text: Char) extends Token

/** Tokenizes and evaluates lines of whole numbers with + - * and parentheses. */
object Tokenizer {
  val Signs = "+-*()"

  def tokenize(text: String): List[Token] = {
    var tokens = List[Token]()
    var i = 0
    while (i < text.length) {
      val c = text.charAt(i)
      if (c.isDigit) {
        val digits = text.substring(i).takeWhile(_.isDigit)
        tokens = Number(digits.toInt) :: tokens
        i += digits.length
      } else if (Signs.indexOf(c) >= 0) {
        tokens = Sign(c) :: tokens
        i += 1
      } else if (c == ' ') {
        i += 1
      } else {
        throw new IllegalArgumentException(s"'$c' in column ${i + 1}")
      }
    }
    tokens.reverse
  }

  /** Each step returns a value and the tokens that are left. */
  def sum(tokens: List[Token]): (Int, List[Token]) = {
    var (value, rest) = product(tokens)
    while (rest.headOption == Some(Sign('+')) || rest.headOption == Some(Sign('-'))) {
      val (right, after) = product(rest.tail)
      value = if (rest.head == Sign('+')) value + right else value - right
      rest = after
    }
    (value, rest)
  }

  def product(tokens: List[Token]): (Int, List[Token]) = {
    val (left, rest) = atom(tokens)
    rest match {
      case Sign('*') :: tail =>
        val (right, after) = product(tail)
        (left * right, after)
      case _ => (left, rest)
    }
  }

  def atom(tokens: List[Token]): (Int, List[Token]) = tokens match {
    case Number(value) :: rest => (value, rest)
    case Sign('(') :: rest =>
      val (value, after) = sum(rest)
      (value, after.drop(1))
    case _ => throw new IllegalArgumentException("a number is missing")
  }

  def main(args: Array[String]): Unit = {
    var line = StdIn.readLine()
    while (line != null) {
      val (value, rest) = sum(tokenize(line))
      println(s"$line = $value" + (if (rest.isEmpty) "" else s", ${rest.size} tokens left"))
      line = StdIn.readLine()
    }
  }
}
