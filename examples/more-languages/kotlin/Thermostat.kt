/** Reads temperatures line by line and switches a heater with hysteresis. */

const val SWITCH_ON_BELOW = 19
const val SWITCH_OFF_ABOVE = 22

sealed class Reading
data class Degrees(val value: Int) : Reading()
data class Broken(val text: String) : Reading()

fun parse(line: String): Reading {
    val value = line.trim().toIntOrNull()
    return if (value == null) Broken(line) else Degrees(value)
}

class Heater {
    var on = false
        private set
    var switches = 0
        private set

    /** Takes a temperature and tells whether the heater was switched. */
    fun feel(degrees: Int): Boolean {
        val next = when {
            degrees < SWITCH_ON_BELOW -> true
            degrees > SWITCH_OFF_ABOVE -> false
            else -> on
        }
        val changed = next != on
        if (changed) {
            on = next
            switches++
        }
        return changed
    }
}

fun main(args: Array<String>) {
    val allowedBroken = if (args.isEmpty()) 1 else args[0].toInt()
    val heater = Heater()
    var broken = 0
    while (true) {
        val line = readLine() ?: break
        when (val reading = parse(line)) {
            is Degrees -> {
                val mark = if (heater.feel(reading.value)) "!" else ""
                println("${reading.value}: ${if (heater.on) "on" else "off"}$mark")
            }
            is Broken -> {
                broken++
                // A sensor that fails again and again has to be looked at.
                check(broken <= allowedBroken) { "the sensor gave '${reading.text}'" }
            }
        }
    }
    println("${heater.switches} switches, $broken broken readings")
}
