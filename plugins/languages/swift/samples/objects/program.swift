protocol Shape {
    var area: Double { get }
}

struct Square: Shape {
    var side: Double
    var area: Double { side * side }

    mutating func grow(by factor: Double) {
        side *= factor
    }
}

class Node {
    let name: String
    var next: Node?

    init(name: String) {
        self.name = name
    }

    func chain() -> String {
        guard let next else { return name }
        return name + ">" + next.chain()
    }

    deinit {
        print("gone", name)
    }
}

final class Tagged: Node {
    var tags: [String] = [] {
        didSet {
            print(oldValue.count, tags.count)
        }
    }
    lazy var size = tags.count

    override init(name: String) {
        super.init(name: name)
    }
}

extension Square {
    static func unit() -> Square { Square(side: 1) }
    subscript(scale: Double) -> Double { side * scale }
}

struct Loud: CustomStringConvertible {
    let word = "hush"
    var description: String {
        print("asked")
        return word
    }
}

var square = Square.unit()
square.grow(by: 3)
print(square.area, square[2])
let first = Node(name: "a")
let second = Tagged(name: "b")
first.next = second
let alias = first
second.tags = ["x"]
print(alias.chain(), second.size)
var shapes: [Shape] = [square]
let loud = Loud()
print(shapes[0].area)
do {
    let short = Node(name: "c")
    print(short.name)
}
print("end")
