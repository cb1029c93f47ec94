let whole = 42
let large = UInt64.max
let byte: UInt8 = 97
let ratio = 2.5
let tiny: Float = 0.1
let not = Double.nan
let letter: Character = "ß"
let yes = true
let text = "tab\t\"quoted\" 日本 👩‍👩‍👧"
let long = String(repeating: "ab", count: 500)
var numbers = Array(repeating: 0, count: 50)
numbers[0] = 1
let slice = numbers[..<3]
let nested = [[[[[1]]]]]
let pair = (1, name: "one", Optional(2.0))
let nothing: [Int]? = nil
let some: Int?? = 7
let table = ["b": [2], "a": [1, 1]]
let ordered: Set = [3, 1, 2]
let range = 1..<4
let closed = 1...3
let any: Any = [1, "x", nil] as [Any?]
let kind: Any.Type = Int.self
let unit: Void = Void()
let words = "a b c".split(separator: " ")
print(whole, large, byte, ratio, tiny, not.isNaN, letter, yes)
print(text, text.count, long.count, numbers.count, slice, nested)
print(pair.name, nothing == nil, some == 7, table.count, ordered.count, range, closed, words)
print(any is [Any?], kind == Int.self, unit == Void())
