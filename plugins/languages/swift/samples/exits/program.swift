import Foundation

func leave(_ code: Int32) -> Never {
    defer { print("never printed") }
    print("leaving with", code)
    exit(code)
}

let code: Int32 = 3
if code > 2 {
    leave(code)
}
print("not reached")
