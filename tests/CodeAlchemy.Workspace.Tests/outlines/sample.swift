// Counts words.
import Foundation
import struct Dispatch.DispatchTime

/// Counts.
final class Counter {
    private var seen: [String: Int] = [:]
    let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Counts one word.
    /// Gives how often it was there.
    func add(_ word: String, times: Int = 1) throws -> Int {
        /* all at once */
        seen[word, default: 0] += times
        return seen[word]!
    }
}

enum Shape: Equatable { case dot, line(Int) }

protocol Named { var name: String { get } }

extension Counter: Named {
    var name: String { "counter" }
    static func make() -> Counter { Counter(limit: 3) }
}

func none() {}

let c = Counter.make()
print(try c.add("a")) // one
