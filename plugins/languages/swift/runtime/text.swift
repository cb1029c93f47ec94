// Building the text of one value within its limits.

import CodeAlchemyRecorder

struct Text {
    private(set) var shown = ""
    private(set) var isCut = false
    private var left = Int(__ca_limit_characters())
    private var depth = Int(__ca_limit_depth())
    private let items = Int(__ca_limit_items())

    mutating func word(_ text: String) {
        for c in text where !isCut {
            if left == 0 {
                isCut = true
                shown.append("…")
            } else {
                left -= 1
                shown.append(c)
            }
        }
    }

    /// A text literal; no more of it is read than can be shown.
    mutating func quoted<S: StringProtocol>(_ text: S) {
        word(String(text.prefix(left + 1)).debugDescription)
    }

    /// Parts in brackets, with an ellipsis below the depth and behind the items that are shown.
    mutating func list<S: Sequence>(_ open: String, _ close: String, _ all: S, _ each: (inout Text, S.Element) -> Void) {
        word(open)
        var rest = all.makeIterator()
        if depth == 0 {
            if rest.next() != nil { word("…") }
        } else {
            depth -= 1
            var count = 0
            while !isCut, let item = rest.next() {
                if count > 0 { word(", ") }
                if count == items { word("…"); break }
                each(&self, item)
                count += 1
            }
            depth += 1
        }
        word(close)
    }

    /// A text of its own with the same limits, for what is sorted before it is shown.
    func inner(_ show: (inout Text) -> Void) -> String {
        var text = Text()
        text.depth = max(depth - 1, 0)
        show(&text)
        return text.shown
    }

    /// The full length of a text or collection that is not shown whole, else -1.
    func full(of value: Any) -> CLongLong {
        guard let length = (value as? Counted)?.length else { return -1 }
        return isCut || (length > items && !(value is any StringProtocol)) ? CLongLong(length) : -1
    }
}

/// What has a length.
protocol Counted { var length: Int { get } }
