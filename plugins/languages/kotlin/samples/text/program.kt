// Long strings, large numbers, characters outside of ASCII, templates and raw strings.
fun main() {
    val snowman = "☃ and 🎈\t\"quoted\"\n"
    val letter = 'ß'
    val long = "ab".repeat(500)
    val huge = java.math.BigInteger.valueOf(3).pow(400)
    val wide = Long.MIN_VALUE
    val tiny = 1.0e-300
    val single = 0.1f
    val unsigned = 200.toByte()
    val raw = """
        |first
        |second
    """.trimMargin()
    val builder = StringBuilder()
    for (c in "añb") {
        builder.append(c.toUpperCase()).append('-')
    }
    println("${snowman.length} $letter ${long.length} ${huge.bitLength()} $wide $tiny $single $unsigned")
    println(raw)
    println(builder)
}
