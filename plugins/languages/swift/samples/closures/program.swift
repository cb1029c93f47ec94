func counter(from start: Int) -> () -> Int {
    var count = start
    return {
        count += 1
        return count
    }
}

func apply(_ f: (Int) -> Int, times: Int, to value: Int) -> Int {
    var result = value
    for _ in 0..<times {
        result = f(result)
    }
    return result
}

let next = counter(from: 5)
print(next(), next())
let doubled = [1, 2, 3].map { $0 * 2 }
let even = doubled.filter { n in n % 4 == 0 }
print(doubled, even)
print(apply({ $0 + 10 }, times: 2, to: 1))
let sorted = ["pear", "fig", "apple"].sorted { $0.count < $1.count }
print(sorted)
var log: [String] = []
let note = { (text: String) in
    log.append(text)
    log.append("-")
}
note("a")
note("b")
print(log.joined())
let total = [1, 2, 3].reduce(0) { sum, n in
    let next = sum + n
    return next
}
print(total)
