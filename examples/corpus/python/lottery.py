"""Draws lottery numbers. Every run draws others, so no two runs agree."""
import random
import time


def draw(count, highest):
    numbers = set()
    while len(numbers) < count:
        numbers.add(random.randint(1, highest))
    return sorted(numbers)


def main():
    started = time.time()
    ticket = draw(6, 49)
    winners = draw(6, 49)
    hits = [number for number in ticket if number in winners]
    print("ticket ", ticket)
    print("winners", winners)
    print(len(hits), "right at", started)


main()
