"""Counts what is in a text: lines, words, letters, and the most common words."""
import sys


def words_of(line):
    word = ""
    for character in line.lower():
        if character.isalpha() or character == "'":
            word += character
        elif word:
            yield word
            word = ""
    if word:
        yield word


def statistics(lines):
    counts = {}
    letters = 0
    longest = ""
    for line in lines:
        for word in words_of(line):
            counts[word] = counts.get(word, 0) + 1
            letters += len(word)
            if len(word) > len(longest):
                longest = word
    total = sum(counts.values())
    average = round(letters / total, 2) if total else 0
    return {
        "lines": len(lines),
        "words": total,
        "different": len(counts),
        "average": average,
        "longest": longest,
        "counts": counts,
    }


def most_common(counts, limit):
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[:limit]


def bar(count, scale):
    return "#" * (count * scale)


def main():
    lines = sys.stdin.read().splitlines()
    if not lines:
        print("no text")
        return
    result = statistics(lines)
    for key in ("lines", "words", "different", "average", "longest"):
        print(f"{key:>10}: {result[key]}")
    for word, count in most_common(result["counts"], 3):
        print(f"{word:>10}  {bar(count, 2)} {count}")


main()
