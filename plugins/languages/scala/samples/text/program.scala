// Long strings, large numbers, characters outside of ASCII, interpolation and raw strings.
object Text {
  def main(args: Array[String]): Unit = {
    val snowman = "☃ and 🎈\t\"quoted\"\n"
    val letter = 'ß'
    val long = "ab" * 500
    val huge = BigInt(3).pow(400)
    val wide = Long.MinValue
    val tiny = 1.0e-300
    val single = 0.1f
    val byte = 200.toByte
    val raw = """first
                |second""".stripMargin
    val builder = new StringBuilder
    for (c <- "añb") {
      builder.append(c.toUpper).append('-')
    }
    println(s"${snowman.length} $letter ${long.length} ${huge.bitLength} $wide $tiny $single $byte")
    println(raw)
    println(builder)
  }
}
