import sys


def mix(state, value):
    state = (state * 31 + value) % 1000003
    return state


def label(number):
    text = "item"
    digit = number % 10
    text = text + str(digit)
    return text


def work(rounds):
    slots = [0, 0, 0, 0, 0, 0, 0, 0]
    counts = {}
    state = 7
    best = 0
    for i in range(rounds):
        state = mix(state, i)
        slot = state % 8
        slots[slot] = slots[slot] + 1
        name = label(state)
        counts[name] = counts.get(name, 0) + 1
        if state > best:
            best = state
    return best + slots[0] + counts.get("item3", 0)


print(work(int(sys.argv[1])))
