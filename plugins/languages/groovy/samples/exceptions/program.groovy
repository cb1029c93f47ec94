// An exception that passes several frames, handlers, finally, and one that nobody catches.
class Refused extends Exception {
    int code
    Refused(int code) {
        super("refused " + code)
        this.code = code
    }
}

int check(int value) {
    if (value > 2) {
        throw new Refused(value)
    }
    return value
}

int middle(int value) {
    try {
        return check(value) * 10
    } finally {
        println "leaving $value"
    }
}

int outer(int value) {
    try {
        return middle(value)
    } catch (Refused e) {
        return -e.code
    }
}

println outer(1)
println outer(3)
try {
    Integer.parseInt('12x')
} catch (NumberFormatException e) {
    println e.message
}
def missing = null
println missing?.length()
missing.length()
