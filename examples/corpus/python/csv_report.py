"""Reads sales as comma-separated values and reports per region."""
import sys


class Region:
    def __init__(self, name):
        self.name = name
        self.amounts = []

    @property
    def total(self):
        return sum(self.amounts)

    @property
    def average(self):
        return self.total / len(self.amounts)


def split_row(line):
    fields, field, quoted = [], "", False
    for character in line:
        if character == '"':
            quoted = not quoted
        elif character == "," and not quoted:
            fields.append(field.strip())
            field = ""
        else:
            field += character
    fields.append(field.strip())
    return fields


def read(lines):
    regions, problems = {}, []
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        row = split_row(line)
        try:
            name, amount = row[0], float(row[1])
        except IndexError:
            problems.append(f"line {number}: {len(row)} field")
            continue
        except ValueError as problem:
            problems.append(f"line {number}: {problem}")
            continue
        regions.setdefault(name, Region(name)).amounts.append(amount)
    return regions, problems


def main():
    header = sys.stdin.readline().strip().split(",")
    if header != ["region", "amount"]:
        print("unexpected header", header)
        sys.exit(2)
    regions, problems = read(sys.stdin)
    for region in sorted(regions.values(), key=lambda r: -r.total):
        print(f"{region.name:<12}{region.total:>9.2f}{region.average:>9.2f}")
    for problem in problems:
        print("!", problem)


main()
