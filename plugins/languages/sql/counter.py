"""Counts how often each line of an SQL script runs: statements are split and run by Python's own binding of SQLite."""
import os
import sqlite3
import sys


def statements(text):
    """Yields (line, statement): SQLite itself tells where one is complete."""
    line = begin = 1
    part = ""
    for character in text:
        if not part:
            begin = line
        part += character
        line += character == "\n"
        if character == ";" and sqlite3.complete_statement(part):
            yield from whole(part, begin)
            part = ""
    yield from whole(part, begin)


def whole(part, begin):
    """Leaves out what stands in front of a statement; nothing when there is only white space and comments."""
    at = 0
    while at < len(part):
        if part[at].isspace() or part[at] == ";":
            at += 1
        elif part.startswith("--", at):
            end = part.find("\n", at)
            at = len(part) if end < 0 else end
        elif part.startswith("/*", at):
            end = part.find("*/", at + 2)
            at = len(part) if end < 0 else end + 2
        else:
            yield begin + part[:at].count("\n"), part[at:]
            return


def without_commands(text):
    """Commands of the shell are no SQL; their lines become empty, and what stands behind an exit never runs."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines) if line.startswith((".exit", ".quit"))), len(lines))
    return "\n".join("" if line.startswith((".", "#")) else line for line in lines[:end])


def main():
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as file:
        text = file.read()
    database = sqlite3.connect(":memory:", isolation_level=None)
    counts = {}
    for line, statement in statements(without_commands(text)):
        counts[line] = counts.get(line, 0) + 1
        try:
            for _ in database.execute(statement):
                pass
        except (sqlite3.Error, sqlite3.Warning, UnicodeError):
            pass
    with open(os.environ["CODEALCHEMY_COUNTER_FILE"], "w", encoding="ascii") as out:
        out.writelines(f"{line} {count}\n" for line, count in sorted(counts.items()))


main()
