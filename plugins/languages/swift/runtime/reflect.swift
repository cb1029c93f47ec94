// Values of the program's own types, by the run-time's description of their parts: a Mirror would ask the type for one of its own.

private typealias Free = @convention(c) (UnsafePointer<CChar>?) -> Void

@_silgen_name("swift_reflectionMirror_count")
private func childCount<T>(_ value: T, type: Any.Type) -> Int

@_silgen_name("swift_reflectionMirror_subscript")
private func child<T>(
    of value: T, type: Any.Type, index: Int, outName: UnsafeMutablePointer<UnsafePointer<CChar>?>,
    outFreeFunc: UnsafeMutablePointer<Free?>) -> Any

@_silgen_name("swift_reflectionMirror_displayStyle")
private func style<T>(_ value: T) -> CChar

@_silgen_name("swift_EnumCaseName")
private func caseName<T>(_ value: T) -> UnsafePointer<CChar>?

private struct Part {
    let name: String
    let value: Any
}

extension Text {
    mutating func reflect(_ value: Any) {
        let type = type(of: value)
        if let meta = value as? Any.Type { return word(Names.short(meta) + ".self") }
        switch UnicodeScalar(UInt8(bitPattern: style(value))) {
        case "t": list("(", ")", parts(value, type)) { $0.show(field: $1) }
        case "e" where !Names.isLibrary(type): showCase(value, type)
        case "s" where !Names.isLibrary(type): list(Names.short(type) + "(", ")", parts(value, type)) { $0.show(field: $1) }
        case "c" where !Names.isLibrary(type): list(Names.short(type) + "(", ")", inherited(value, type)) { $0.show(field: $1) }
        case "s", "e": word(Names.short(type).contains("<") ? "{…}" : String(describing: value))
        case "c": word("<\(Names.short(type))>")
        default: word("{…}")
        }
    }

    private mutating func show(field: Part) {
        if !field.name.isEmpty { word(field.name + ": ") }
        show(field.value)
    }

    private mutating func showCase(_ value: Any, _ type: Any.Type) {
        guard childCount(value, type: type) > 0 else {
            return word("." + nameOfCase(value))
        }
        let payload = parts(value, type)[0]
        word("." + payload.name)
        if style(payload.value) == CChar(UInt8(ascii: "t")) { show(payload.value) } else { list("(", ")", [payload.value]) { $0.show($1) } }
    }
}

// The enumeration's own type is asked, not that of the existential around it.
private func nameOfCase(_ value: Any) -> String {
    func opened<T>(_ value: T) -> String { caseName(value).map { String(cString: $0) } ?? "…" }
    return _openExistential(value, do: opened)
}

private func inherited(_ value: Any, _ type: Any.Type) -> [Part] {
    var classes: [AnyClass] = []
    var next = type as? AnyClass
    while let at = next, !Names.isLibrary(at) {
        classes.append(at)
        next = _getSuperclass(at)
    }
    return classes.reversed().flatMap { parts(value, $0) }
}

private func parts(_ value: Any, _ type: Any.Type) -> [Part] {
    (0..<childCount(value, type: type)).map { index in
        var name: UnsafePointer<CChar>?
        var free: Free?
        let found = child(of: value, type: type, index: index, outName: &name, outFreeFunc: &free)
        defer { free?(name) }
        let label = name.map { String(cString: $0) } ?? ""
        return Part(name: readable(label), value: found)
    }
}

// Parts of a tuple are numbered where they have no name, and a lazy property is kept under another one.
private func readable(_ name: String) -> String {
    if name.first == "." { return "" }
    let lazy = "$__lazy_storage_$_"
    return name.hasPrefix(lazy) ? String(name.dropFirst(lazy.count)) : name
}
