import Foundation

func square(_ n: Int) -> Int {
    n * n
}

final class Total {
    private var sum = 0
    private let lock = NSCondition()

    func add(_ n: Int) {
        lock.lock()
        sum += n
        lock.signal()
        lock.unlock()
    }

    func wait(until least: Int) -> Int {
        lock.lock()
        while sum < least {
            lock.wait()
        }
        lock.unlock()
        return sum
    }
}

let total = Total()
for n in 1...3 {
    let thread = Thread {
        let result = square(n)
        total.add(result)
    }
    thread.start()
}
print(total.wait(until: 14))
