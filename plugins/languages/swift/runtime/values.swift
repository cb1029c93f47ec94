// Values of the library. No description, hash or comparison of the program's own types runs.

protocol Showable { func show(_ text: inout Text) }

// Sets and dictionaries with more entries than this are not sorted at every event, so only their length is shown.
private let mostSorted = 1000

extension Text {
    mutating func show(_ value: Any) {
        if let known = value as? Showable { known.show(&self) } else { reflect(value) }
    }

    mutating func sorted<C: Collection>(_ all: C, _ empty: String, _ each: (inout Text, C.Element) -> Void) {
        if all.isEmpty { return word(empty) }
        if all.count > mostSorted { return word("[…]") }
        let entries = all.map { item in inner { each(&$0, item) } }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        list("[", "]", entries) { $0.word($1) }
    }
}

extension Optional: Showable {
    func show(_ text: inout Text) {
        if let value = self { text.show(value) } else { text.word("nil") }
    }
}

protocol Described: Showable {}
extension Described { func show(_ text: inout Text) { text.word(String(describing: self)) } }
extension Int: Described {}
extension Int8: Described {}
extension Int16: Described {}
extension Int32: Described {}
extension Int64: Described {}
extension UInt: Described {}
extension UInt8: Described {}
extension UInt16: Described {}
extension UInt32: Described {}
extension UInt64: Described {}
extension Double: Described {}
extension Float: Described {}
extension Bool: Described {}

extension String: Showable, Counted {
    func show(_ text: inout Text) { text.quoted(self) }
    var length: Int { count }
}
extension Substring: Showable, Counted {
    func show(_ text: inout Text) { text.quoted(self) }
    var length: Int { count }
}
extension Character: Showable { func show(_ text: inout Text) { text.quoted(String(self)) } }
extension Unicode.Scalar: Showable { func show(_ text: inout Text) { text.word(debugDescription) } }
extension StaticString: Showable { func show(_ text: inout Text) { text.quoted(description) } }

extension Array: Showable, Counted {
    func show(_ text: inout Text) { text.list("[", "]", self) { $0.show($1) } }
    var length: Int { count }
}
extension ArraySlice: Showable, Counted {
    func show(_ text: inout Text) { text.list("[", "]", self) { $0.show($1) } }
    var length: Int { count }
}
extension ContiguousArray: Showable, Counted {
    func show(_ text: inout Text) { text.list("[", "]", self) { $0.show($1) } }
    var length: Int { count }
}
extension Set: Showable, Counted {
    func show(_ text: inout Text) { text.sorted(self, "[]") { $0.show($1) } }
    var length: Int { count }
}
extension Dictionary: Showable, Counted {
    func show(_ text: inout Text) {
        text.sorted(self, "[:]") { part, entry in
            part.show(entry.key)
            part.word(": ")
            part.show(entry.value)
        }
    }
    var length: Int { count }
}
extension KeyValuePairs: Showable, Counted {
    func show(_ text: inout Text) {
        text.list("[", "]", self) { part, entry in
            part.show(entry.key)
            part.word(": ")
            part.show(entry.value)
        }
    }
    var length: Int { count }
}
extension AnyHashable: Showable { func show(_ text: inout Text) { text.show(base) } }

extension Range: Showable {
    func show(_ text: inout Text) {
        text.show(lowerBound)
        text.word("..<")
        text.show(upperBound)
    }
}
extension ClosedRange: Showable {
    func show(_ text: inout Text) {
        text.show(lowerBound)
        text.word("...")
        text.show(upperBound)
    }
}
