final class Box {
    var items: [Int]
    init(_ items: [Int]) { self.items = items }
}

var grid = [[1, 2], [3]]
var copy = grid
copy[0][1] = 9
var ages = ["ann": 30]
ages["bob"] = 25
ages["ann"] = nil
var tags: [String: Set<String>] = [:]
tags["x", default: []].insert("q")
tags["x", default: []].insert("p")
let shared = Box([1])
let boxes = [shared, shared]
boxes[0].items.append(2)
print(grid, copy, ages, tags["x"]!.count, boxes[1].items)
for (index, row) in grid.enumerated() {
    print(index, row)
}
for (name, age) in ages {
    print(name, age)
}
