enum Token {
    case number(Int)
    case word(String)
    case end
}

func name(_ token: Token) -> String {
    switch token {
    case .number(let n) where n < 0:
        return "negative"
    case .number(let n):
        return "number \(n)"
    case let .word(text):
        return text
    case .end:
        return "end"
    }
}

func classify(_ text: String?) -> Int {
    guard let text, !text.isEmpty else { return 0 }
    if let n = Int(text) {
        return n
    } else if text.hasPrefix("x") {
        return -1
    } else {
        return -2
    }
}

for token in [Token.number(-1), .number(2), .word("w"), .end] {
    print(name(token))
}
print(classify(nil), classify("12"), classify("xy"), classify("y"))
var left = 3
while left > 1 {
    left -= 1
}
repeat {
    left += 2
} while left < 5
var stack = [1, 2]
while let top = stack.popLast() {
    print(top)
}
outer: for i in 0..<3 {
    for j in 0..<3 where j != 1 {
        if i == 1 { continue outer }
        if i == 2 { break outer }
        print(i, j)
    }
}
let choice: String
if left > 4 {
    choice = "big"
} else {
    choice = "small"
}
let (low, high) = (1, left)
switch low {
case 1:
    print("one")
    fallthrough
case 2:
    print("two")
default:
    break
}
print(choice, low, high)
