// Closures that change what they capture, that are passed on, curried and composed.
def twice(Closure action) {
    action(1)
    action(2)
}

def counter() {
    int count = 0
    return { ->
        count++
        count
    }
}

def total = 0
[3, 4].each { total += it }
twice { n ->
    total += n * 10
}
println total
def next = counter()
next()
println next()
def add = { a, b -> a + b }
def addFive = add.curry(5)
println addFive(2)
println([1, 2, 3].findAll { it % 2 }.collect { it * total })
def shout = { it.toUpperCase() } >> { it + '!' }
println shout('hey')
