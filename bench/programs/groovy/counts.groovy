int mix(int state, int value) {
    state = (int) ((state * 31L + value) % 1000003)
    return state
}

String label(int number) {
    String text = 'item'
    int digit = number % 10
    text = text + digit
    return text
}

int work(int rounds) {
    def slots = [0, 0, 0, 0, 0, 0, 0, 0]
    def counts = [:]
    int state = 7
    int best = 0
    for (int i = 0; i < rounds; i++) {
        state = mix(state, i)
        int slot = state % 8
        slots[slot] = slots[slot] + 1
        String name = label(state)
        counts[name] = (counts[name] ?: 0) + 1
        if (state > best) {
            best = state
        }
    }
    return best + slots[0] + (counts['item3'] ?: 0)
}

println work(args[0] as int)
