// Data classes, companions, singletons, inheritance, late initialisation, delegates, extension functions, enums.
interface Shape {
    val name: String
    fun area(): Double
    fun describe() = "$name of ${area()}"
}

data class Circle(val radius: Double) : Shape {
    override val name = "circle"
    override fun area() = 3.0 * radius * radius
}

open class Box(var width: Int, val height: Int = 2) : Shape {
    override val name get() = "box"
    override fun area(): Double {
        val size = width * height
        return size.toDouble()
    }

    companion object {
        private var made = 0
        fun square(side: Int): Box {
            made++
            return Box(side, side)
        }
    }
}

class Crate(width: Int) : Box(width) {
    lateinit var label: String
    val stamp: String by lazy { "crate " + label }
}

object Registry {
    private val names = mutableListOf<String>()
    fun add(shape: Shape) {
        names += shape.describe()
    }

    fun all() = names.joinToString()
}

enum class Level(val weight: Int) { LOW(1), HIGH(5) }

fun Box.doubled(): Int {
    width *= 2
    return width
}

fun main() {
    val circle = Circle(2.0)
    val copy = circle.copy(radius = 1.0)
    println("$circle $copy ${circle == copy}")
    val crate = Crate(3)
    crate.label = "tea"
    println(crate.stamp)
    println(crate.doubled())
    val shapes = listOf(circle, crate, Box.square(4))
    shapes.forEach(Registry::add)
    println(Registry.all())
    val (radius) = copy
    val level = when {
        radius > 1 -> Level.HIGH
        else -> Level.LOW
    }
    println(level)
}
