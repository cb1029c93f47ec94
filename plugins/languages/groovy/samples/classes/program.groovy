// Properties, a constructor by names, inheritance, a trait, operators, an enum, and a method that is missing.
trait Named {
    String name
    String greet() { "I am $name" }
}

class Box implements Named {
    int width
    int height = 2

    int area() {
        int size = width * height
        return size
    }

    Box plus(int more) {
        width += more
        this
    }

    def methodMissing(String method, args) {
        "no $method"
    }
}

class Crate extends Box {
    Crate(int width) {
        this.width = width
        name = 'crate'
    }

    @Override
    int area() { super.area() * 10 }
}

enum Level { LOW, HIGH }

def box = new Box(width: 3, name: 'box')
println box.greet()
box = box + 4
println box.area()
println new Crate(1).area()
println box.open()
def level = box.width > 5 ? Level.HIGH : Level.LOW
println level
