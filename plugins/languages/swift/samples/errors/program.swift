enum Failure: Error {
    case empty
    case range(value: Int, most: Int)
}

func check(_ n: Int) throws -> Int {
    if n > 9 {
        throw Failure.range(value: n, most: 9)
    }
    return n
}

func sum(_ numbers: [Int]) throws -> Int {
    guard !numbers.isEmpty else { throw Failure.empty }
    defer { print("checked", numbers.count) }
    var total = 0
    for n in numbers {
        total += try check(n)
    }
    return total
}

func tell(_ numbers: [Int]) {
    do {
        print(try sum(numbers))
    } catch Failure.range(let value, let most) {
        print(value, "is above", most)
    } catch {
        print("failed:", error)
    }
}

tell([1, 2])
tell([3, 12, 4])
tell([])
print((try? check(10)) ?? -1)
