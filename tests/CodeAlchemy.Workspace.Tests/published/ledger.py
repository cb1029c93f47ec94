import sys


def parse(line):
    name, _, amount = line.partition("=")
    if not name.strip():
        raise ValueError("no name")
    return name.strip(), int(amount)


def book(entries):
    totals = {}
    for line in entries:
        try:
            name, amount = parse(line)
        except ValueError as problem:
            print(f"skipped {line!r}: {problem}")
            continue
        totals[name] = totals.get(name, 0) + amount
    return totals


def main():
    entries = [line.rstrip("\n") for line in sys.stdin if line.strip()] + sys.argv[1:]
    totals = book(entries)
    for name in sorted(totals):
        print(name, totals[name])
    return 0 if totals else 3


sys.exit(main())
