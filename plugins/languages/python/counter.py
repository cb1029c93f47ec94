"""Counts how often each line runs, by the standard library's `trace`, to check the tracer against."""
import os
import sys
import trace


def executable_lines(code):
    lines = {line for _, line in __import__("dis").findlinestarts(code) if line}
    for constant in code.co_consts:
        if isinstance(constant, type(code)):
            lines |= executable_lines(constant) - {constant.co_firstlineno}
    return lines


def main():
    counts_file = os.open(os.environ.pop("CODEALCHEMY_COUNTER_FILE"), os.O_WRONLY)
    program = sys.argv[1]
    sys.argv[:] = sys.argv[1:]
    with open(program, "rb") as source:
        code = compile(source.read(), program, "exec", dont_inherit=True)
    module = type(sys)("__main__")
    module.__file__ = program
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    tracer = trace.Trace(count=1, trace=0)
    try:
        tracer.runctx(code, module.__dict__, module.__dict__)
    finally:
        counts = dict.fromkeys(executable_lines(code), 0)
        for (name, line), count in tracer.results().counts.items():
            if name == program:
                counts[line] = count
        os.write(counts_file, "".join(f"{line} {count}\n" for line, count in sorted(counts.items())).encode())


main()
