// The error that was raised last in each thread, for handlers that can't name it.

import CodeAlchemyRecorder
import Glibc

enum Flight {
    private final class Last {
        var shown = Shown(type: "Error", text: "")
        var isRaised = false
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    private static var mine: Last {
        if let held = pthread_getspecific(key) { return Unmanaged<Last>.fromOpaque(held).takeUnretainedValue() }
        let made = Last()
        pthread_setspecific(key, Unmanaged.passRetained(made).toOpaque())
        return made
    }

    static var last: Shown { mine.shown }

    static func put(_ shown: Shown) {
        let mine = mine
        mine.shown = shown
        mine.isRaised = true
    }

    /// Whether the error that is caught now was recorded where it was raised.
    static func take() -> Bool {
        let mine = mine
        defer { mine.isRaised = false }
        return mine.isRaised
    }
}
