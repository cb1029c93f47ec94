// Names of types as programs write them: `[Int]?` instead of `Optional<Array<Int>>`.

enum Names {
    static func short(_ type: Any.Type) -> String {
        var rest = Substring(_typeName(type, qualified: false))
        return parse(&rest)
    }

    /// Whether a type comes with the tool chain.
    static func isLibrary(_ type: Any.Type) -> Bool {
        let name = _typeName(type, qualified: true)
        return libraries.contains { name.hasPrefix($0) }
    }

    private static let libraries = [
        "Swift.", "Foundation.", "FoundationEssentials.", "Dispatch.", "Glibc.", "_Concurrency.", "Synchronization.", "Observation.",
        "_StringProcessing.", "__C.", "CodeAlchemyTrace.",
    ]

    private static func parse(_ rest: inout Substring) -> String {
        var name = ""
        while let c = rest.first, c != ">", c != ",", c != ")" {
            if c == "<" { name = generic(name, &rest) } else if c == "(" { name += list(&rest) } else if c == "-", rest.hasPrefix("-> ") {
                rest.removeFirst(3)
                name += "-> " + parse(&rest)
            } else {
                name.append(rest.removeFirst())
            }
        }
        return name
    }

    private static func list(_ rest: inout Substring) -> String {
        rest.removeFirst()
        let parts = arguments(&rest, until: ")")
        return "(" + parts.joined(separator: ", ") + ")"
    }

    private static func arguments(_ rest: inout Substring, until close: Character) -> [String] {
        var parts: [String] = []
        while let c = rest.first, c != close {
            parts.append(parse(&rest))
            if rest.hasPrefix(", ") { rest.removeFirst(2) } else if rest.first != close { break }
        }
        if rest.first == close { rest.removeFirst() }
        return parts
    }

    private static func generic(_ name: String, _ rest: inout Substring) -> String {
        rest.removeFirst()
        let parts = arguments(&rest, until: ">")
        switch (name, parts.count) {
        case ("Optional", 1): return (parts[0].contains("->") ? "(\(parts[0]))" : parts[0]) + "?"
        case ("Array", 1): return "[\(parts[0])]"
        case ("Dictionary", 2): return "[\(parts[0]): \(parts[1])]"
        default: return "\(name)<\(parts.joined(separator: ", "))>"
        }
    }
}
