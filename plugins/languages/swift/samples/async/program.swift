struct Late: Error {}

func fetch(_ n: Int) async throws -> Int {
    if n > 2 {
        throw Late()
    }
    return twice(n)
}

func twice(_ n: Int) -> Int {
    n * 2
}

@main
struct Program {
    static func main() async {
        var sum = 0
        for n in 1...2 {
            sum += (try? await fetch(n)) ?? 0
        }
        do {
            sum += try await fetch(3)
        } catch {
            print("late")
        }
        print(sum)
    }
}
