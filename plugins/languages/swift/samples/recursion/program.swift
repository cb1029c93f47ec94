indirect enum Tree<T: Comparable> {
    case leaf
    case node(Tree, T, Tree)

    func inserting(_ value: T) -> Tree {
        switch self {
        case .leaf:
            return .node(.leaf, value, .leaf)
        case let .node(left, at, right):
            return value < at ? .node(left.inserting(value), at, right) : .node(left, at, right.inserting(value))
        }
    }

    var depth: Int {
        guard case let .node(left, _, right) = self else { return 0 }
        return 1 + max(left.depth, right.depth)
    }
}

func hanoi(_ n: Int, _ from: String, _ to: String, _ over: String, _ moves: inout [String]) {
    if n == 0 { return }
    hanoi(n - 1, from, over, to, &moves)
    moves.append(from + to)
    hanoi(n - 1, over, to, from, &moves)
}

func isEven(_ n: Int) -> Bool { n == 0 || isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n != 0 && isEven(n - 1) }

var moves: [String] = []
hanoi(2, "a", "c", "b", &moves)
print(moves)
let tree = [2, 1, 3].reduce(Tree<Int>.leaf) { $0.inserting($1) }
print(tree.depth, isEven(3))
