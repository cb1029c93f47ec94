// A value as it is shown.

import CodeAlchemyRecorder

struct Shown {
    let type: String
    let text: String
    let alias: CInt
    let full: CLongLong

    init(type: String, text: String) {
        (self.type, self.text, alias, full) = (type, text, 0, -1)
    }

    init<T>(_ value: T) {
        let any = unwrapped(value as Any)
        var text = Text()
        text.show(any)
        self.text = text.shown
        type = Names.short(Swift.type(of: value as Any))
        alias = address(of: any).map { __ca_alias($0) } ?? 0
        full = text.full(of: any)
    }

    var hash: UInt64 {
        var text = text
        return text.withUTF8 { __ca_hash($0.baseAddress, UInt64($0.count), UInt64(UInt32(bitPattern: alias)) ^ UInt64(type.utf8.count)) }
    }

    func pass(_ then: (UnsafePointer<CChar>, UnsafePointer<CChar>, CUnsignedInt) -> Void) {
        type.withCString { type in text.withCString { then(type, $0, CUnsignedInt(text.utf8.count)) } }
    }
}

/// What an optional holds, all of them looked through; an empty one stays.
func unwrapped(_ value: Any) -> Any {
    guard let optional = value as? AnyOptional, let inner = optional.held else { return value }
    return unwrapped(inner)
}

protocol AnyOptional { var held: Any? { get } }

extension Optional: AnyOptional {
    var held: Any? { map { $0 } }
}

/// The address of an object; values have none.
func address(of value: Any) -> UnsafeRawPointer? {
    guard type(of: value) is AnyClass else { return nil }
    return UnsafeRawPointer(Unmanaged.passUnretained(value as AnyObject).toOpaque())
}
