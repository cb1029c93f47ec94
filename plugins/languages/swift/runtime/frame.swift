// Calls of functions, by the recorder's own structure. Names begin with two underscores, so that they meet none of the program's.

import CodeAlchemyRecorder

@_silgen_name("__ca_module") private func recordModule(_ frame: UnsafeMutablePointer<__ca_frame>)

/// One call. Its insertions make it first in the function and leave it last.
public final class __CAFrame {
    // Variables that the engine doesn't count, such as self, have the last of the recorder's 64 names.
    static let room = 64
    private static let extra: UInt64 = 0b111 << 61

    private let at: UnsafeMutablePointer<__ca_frame>
    private let slots: Int
    private let function: StaticString
    private let start: Int
    private var ended = false

    init(_ function: StaticString, _ line: Int, slots: Int) {
        self.function = function
        self.start = line
        self.slots = max(slots, Self.room)
        let hashes = UnsafeMutablePointer<UInt64>.allocate(capacity: self.slots)
        let names = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: self.slots)
        hashes.initialize(repeating: 0, count: self.slots)
        names.initialize(repeating: nil, count: self.slots)
        at = .allocate(capacity: 1)
        at.initialize(to: __ca_frame())
        at.pointee.slots = UnsafeMutableRawPointer(hashes).assumingMemoryBound(to: CUnsignedLongLong.self)
        at.pointee.names = UnsafePointer(names)
    }

    deinit {
        UnsafeMutableRawPointer(at.pointee.slots!).deallocate()
        UnsafeMutableRawPointer(mutating: UnsafeRawPointer(at.pointee.names!)).deallocate()
        at.deallocate()
    }

    /// Begins the event of the call; nil where nothing is recorded.
    public func begin() -> __CAFrame? {
        guard __ca_on != 0 else { return nil }
        __ca_enter(at, pointer(function), CInt(start))
        return self
    }

    /// Begins the event of a statement.
    public func line(_ line: Int, _ scope: UInt64) -> __CAFrame? {
        guard __ca_on != 0 else { return nil }
        if isModule { enterModule() }
        __ca_line(at, CInt(line), scope | Self.extra)
        return self
    }

    /// Begins the event of a condition, or of a round of a loop.
    public func cond(_ line: Int, _ scope: UInt64) -> __CAFrame? {
        guard __ca_on != 0 else { return nil }
        if isModule { enterModule() }
        __ca_cond(at, CInt(line), scope | Self.extra)
        return self
    }

    /// Begins what changed since the last event of a function that ends without a result.
    public func end(_ line: Int, _ scope: UInt64) -> __CAFrame? {
        ended = true
        guard __ca_on != 0 else { return nil }
        __ca_end(at, CInt(line), scope | Self.extra)
        return self
    }

    /// Shows a variable within the event that was begun.
    public func v<T>(_ slot: Int, _ name: StaticString, _ value: T) -> __CAFrame {
        guard slot < slots, __ca_muted() == 0 else { return self }
        let shown = Shown(value)
        if __ca_changed(at, CInt(slot), shown.hash) != 0 {
            UnsafeMutablePointer(mutating: at.pointee.names!)[slot] = pointer(name)
            shown.pass { type, text, length in
                __ca_set(at, CInt(slot), type, text, length, shown.alias, shown.full)
            }
        }
        return self
    }

    public func done() { __ca_done() }

    public func ok() -> Bool {
        __ca_done()
        return true
    }

    public func keep() { __ca_keep() }

    /// The function is about to give a result that is not looked at.
    public func gave() { ended = true }

    /// Records a result and gives it back.
    public func give<T>(_ line: Int, _ value: T) -> T {
        ended = true
        if __ca_on != 0, T.self != Void.self {
            let shown = Shown(value)
            shown.pass { type, text, length in
                __ca_result(at, CInt(line), type, text, length, shown.alias, shown.full)
            }
        }
        return value
    }

    /// Records an error where it is raised and gives it back.
    public func raise<E: Error>(_ line: Int, _ error: E) -> E {
        if __ca_on != 0 {
            let shown = Shown(error)
            Flight.put(shown)
            shown.pass { type, text, _ in __ca_raise(type, text) }
        }
        return error
    }

    /// Records an error where it is caught. One that library code raised is recorded as raised here first.
    public func caught(_ line: Int, _ error: Error) {
        guard __ca_on != 0 else { return }
        if isModule { enterModule() }
        let shown = Shown(error)
        shown.pass { type, text, _ in
            if !Flight.take() { __ca_raise(type, text) }
            __ca_caught(at, CInt(line), type, text)
        }
    }

    /// Records that an error is caught whose handler takes it apart.
    public func caught(_ line: Int) {
        guard __ca_on != 0 else { return }
        if isModule { enterModule() }
        let shown = Flight.last
        shown.pass { type, text, _ in
            if !Flight.take() { __ca_raise(type, text) }
            __ca_caught(at, CInt(line), type, text)
        }
    }

    /// The function is left: by an error where neither a result nor its end was reached.
    public func leave() {
        if ended { __ca_leave(at) } else { __ca_unwind(at) }
    }

    private var isModule: Bool { self === __ca_f }

    private func enterModule() {
        guard at.pointee.number == 0, !ended else { return }
        ended = true
        recordModule(at)
        __ca_enter(at, pointer(function), 1)
        __ca_done()
    }
}

/// The code of the file; in functions a frame of their own hides it.
public let __ca_f = __CAFrame("<module>", 1, slots: 4096)

public func __ca_enter(_ function: StaticString, _ line: Int, _ slots: Int) -> __CAFrame {
    __CAFrame(function, line, slots: slots)
}

private func pointer(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}
