"""Counts how often each line runs, by gcov, to check the tracer against. usage: counter.py SOURCE ARGUMENTS...

Lines that only open, close, label or declare get "-" in place of a count, whether gcov has one for them or not: nothing happens
there. In C that goes for every declaration without an initialiser; in C++ one of a class runs its constructor.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys

FOLDER = "/tmp/coverage"
QUIET = re.compile(
    r"""\s*(
        [{}();\s]* | \}?\s*else\s*\{? | do\s*\{? | default\s*: | case\b[^;]*: | [A-Za-z_]\w*\s*: | try\s*\{?
        | \}?\s*catch\b.* | (\}?\s*else\s+)?if\s+constexpr\b.* | (using|typedef|namespace|template|class|enum)\b.* | .*=\s*(default|delete)\s*; | static\b[^(){}]*;
        | ((const|unsigned|signed|long|short|register|volatile)\s+)*
          ((int|char|long|short|float|double|bool|size_t|u?int\d+_t)\b | (struct|union|enum)\s+\w+ | [A-Za-z_][\w:]*(?=\s*\*))[\s*]*
          [A-Za-z_]\w*(\[[^\]]*\])*(\s*,[\s*]*[A-Za-z_]\w*(\[[^\]]*\])*)*\s*;
    )\s*""",
    re.VERBOSE,
)

BARE = re.compile(
    r"""\s*(?!(return|goto|else|case|break|continue)\b)
        ((struct|union|enum)\s+)?[A-Za-z_]\w*(\s+[A-Za-z_]\w*)*?[\s*]+[A-Za-z_]\w*\s*(\[[^\]]*\]\s*)*(,[\s*]*[A-Za-z_]\w*\s*(\[[^\]]*\]\s*)*)*;\s*""",
    re.VERBOSE,
)


def code_of(text):
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.DOTALL)
    return [re.sub(r"//.*$", "", line) for line in text.split("\n")]


def counted(report, name):
    for file in report["files"]:
        if os.path.basename(file["file"]) == name:
            for line in file["lines"]:
                yield line["line_number"], line["count"]


def main():
    source, arguments = sys.argv[1], sys.argv[2:]
    output = os.open(os.environ["CODEALCHEMY_COUNTER_FILE"], os.O_WRONLY)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CODEALCHEMY_")}
    program = subprocess.run(
        ["/out/program", *arguments], env={**environment, "GCOV_PREFIX": FOLDER}, stdout=subprocess.DEVNULL)
    built = os.path.join(FOLDER, "out")
    counts = {}
    for data in glob.glob(os.path.join(built, "*.gcda")):
        shutil.copy(os.path.join("/out", os.path.basename(data)[:-2] + "no"), built)
        result = subprocess.run(["gcov", "--json-format", "--stdout", data], cwd=built, stdout=subprocess.PIPE)
        for part in result.stdout.splitlines():
            for line, count in counted(json.loads(part), os.path.basename(source)):
                counts[line] = counts.get(line, 0) + count
    with open(source, encoding="utf-8", errors="replace") as file:
        lines = code_of(file.read())
    plain = source.endswith(".c")
    for line, code in enumerate(lines, 1):
        if code.strip() and (QUIET.fullmatch(code) or plain and BARE.fullmatch(code)):
            os.write(output, b"%d -\n" % line)
        elif line in counts:
            os.write(output, b"%d %d\n" % (line, counts[line]))
    sys.exit(program.returncode if program.returncode >= 0 else 128 - program.returncode)


main()
