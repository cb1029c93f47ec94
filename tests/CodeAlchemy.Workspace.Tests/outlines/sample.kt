/* Counts words. */
package words

import java.util.Locale
import kotlin.math.max

/** Counts. */
class Counter(private val seen: MutableMap<String, Int> = mutableMapOf()) {
    /** Adds one word. */
    fun add(word: String): Int {
        val count = seen.getOrDefault(word, 0) + 1
        seen[word] = count // kept
        return max(count, 1)
    }

    companion object {
        fun empty() = Counter()
    }
}

interface Shown {
    fun shown(): String
}

object Registry

fun main(args: Array<String>) {
    println(Counter.empty().add(args[0].toLowerCase(Locale.ROOT)))
}
