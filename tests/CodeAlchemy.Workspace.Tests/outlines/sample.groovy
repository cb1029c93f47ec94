// Counts words.
import java.util.regex.Pattern

/** Counts. */
class Counter {
    Map seen;

    /** Adds one word. */
    int add(String word) {
        seen[word] = seen.getOrDefault(word, 0) + 1; // kept
        return seen[word];
    }
}

def shout(String text) {
    return text.toUpperCase();
}

println(shout("tea"));
