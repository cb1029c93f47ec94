"""Compiles a program with the recorder. usage: build.py PREPARED FILE OUT

Of the compiler's errors it tells the places, with columns in bytes: where each one is, and where a borrow is used later, because
showing a reference makes its borrow last longer.
"""
import json
import os
import subprocess
import sys


def places(message):
    for span in message["spans"]:
        if span["is_primary"] or "later used" in (span["label"] or "") or "later stored" in (span["label"] or ""):
            while span.get("expansion"):
                span = span["expansion"]["span"]
            yield span["line_start"], span["byte_start"]


def main():
    prepared, file, out = sys.argv[1:]
    command = [
        "rustc", "-A", "warnings", "--error-format=json", "--edition", "2021", "-C", "opt-level=1", "-C", "debug-assertions=on",
        "--extern", f"__ca={prepared}/lib__ca.rlib", "-C", f"link-arg={prepared}/trace.o", "-C", "link-arg=-lc",
        file, "-o", f"{out}/program",
    ]
    result = subprocess.run(command, stderr=subprocess.PIPE)
    with open(file, "rb") as source:
        text = source.read()
    seen = set()
    for line in result.stderr.decode().splitlines():
        message = json.loads(line) if line.startswith("{") else {"message": line, "level": "", "spans": []}
        if message["level"] != "error":
            continue
        if not message["spans"]:
            print(message["message"], file=sys.stderr)
        for number, start in places(message):
            place = (number, start - (text.rfind(b"\n", 0, start) + 1) + 1)
            if place not in seen:
                seen.add(place)
                print(f"{os.path.basename(file)}:{place[0]}:{place[1]}: error: {message['message'][:80]}", file=sys.stderr)
    sys.exit(result.returncode)


main()
