func area(_ side: Int?) -> Int {
    guard let side = side else { return 0 }
    var result = side
    if result > 2 {
        let result = result * 10
        print(result)
    }
    for side in 0..<1 {
        result += side
    }
    do {
        let side = "text"
        print(side)
    }
    result *= side
    return result
}

let result = area(3)
print(result, area(nil))
