import Foundation

let arguments = CommandLine.arguments.dropFirst()
print(arguments.count, arguments.joined(separator: ","))
for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("CODEALCHEMY_TRACE") {
    print(name)
}
let first = readLine() ?? ""
let numbers = first.split(separator: " ").compactMap { Int($0) }
print(first.count, numbers.reduce(1, *))
while let line = readLine() {
    print(line.uppercased())
}
