"""Runs a rewritten AWK program and writes the trace wire (docs/trace-wire.md) to the descriptor it is given."""
import os
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rewrite  # noqa: E402

DESCRIPTOR = 1000  # of the messages, out of the program's way


def limits():
    pairs = (pair.split("=") for pair in os.environ.get("CODEALCHEMY_TRACE_LIMITS", "").split(",") if pair)
    return {name: int(number) for name, number in pairs}


class Wire:
    def __init__(self):
        self.limits = limits()
        self.descriptor = int(os.environ["CODEALCHEMY_TRACE_FD"])
        self.events = self.bytes = 0
        self.stopped = False

    def write(self, *fields):
        payload = b"\x1f".join(self.escape(field) for field in fields)
        record = b"%d:%s," % (len(payload), payload)
        if self.stopped:
            return
        over = "events" if self.events >= self.limits.get("events", 100_000) else "bytes" if self.bytes + len(record) > self.limits.get("bytes", 32 << 20) else None
        if over:
            self.stopped = True
            record = b"%d:z\x1f%s," % (2 + len(over), over.encode())
        self.events += 1
        self.bytes += len(record)
        os.write(self.descriptor, record)

    @staticmethod
    def escape(field):
        return field.encode("utf-8", "surrogateescape").replace(b"\x10", b"\x10\x50").replace(b"\x1f", b"\x10\x5f")


class Frame:
    def __init__(self, number):
        self.number, self.line, self.seen = str(number), "1", {}


class Tracer:
    """Makes records of messages: frames, and of all variables those that changed."""

    def __init__(self, wire):
        self.wire, self.frames, self.calls = wire, [Frame(1)], 1
        self.wire.write("c", "1", "0", "1", "<module>")

    def changes(self, fields):
        items = []
        for name, kind, text, length in zip(*[iter(fields)] * 4):
            if name == ">":
                items += ["^", kind, text, "", length] if length else [">", kind, text]
            elif self.frames[-1].seen.get(name) != (kind, text, length):
                self.frames[-1].seen[name] = kind, text, length
                items += ["~" + name, kind, text, "", length] if length else ["=" + name, kind, text]
        return items

    def leave(self, depth):
        while len(self.frames) > depth:
            frame = self.frames.pop()
            self.wire.write("r", frame.number, frame.line, "u")

    def message(self, kind, line="", *fields):
        if kind == "o":
            return self.wire.write("o", "1", line)
        if kind == "u":
            return self.leave(1)
        if kind == "c":
            self.calls += 1
            self.frames.append(Frame(self.calls))
            start, fields = [kind, str(self.calls), str(len(self.frames) - 1), line, fields[0]], fields[1:]
        else:
            start = [kind, self.frames[-1].number, line]
        self.frames[-1].line = line
        self.wire.write(*start, *self.changes(fields))
        if kind == "r":
            self.frames.pop()


def unescape(field):
    return field.replace("\x10J", "\n").replace("\x10_", "\x1f").replace("\x10P", "\x10")


def main():
    wire = Wire()
    for name in [name for name in os.environ if name.startswith("CODEALCHEMY_")]:
        del os.environ[name]
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape", newline="") as file:
        text = rewrite.rewrite(file.read())
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "recorder.awk"), encoding="utf-8") as file:
        text += file.read()
    reader, writer = os.pipe()
    os.dup2(writer, DESCRIPTOR)
    os.close(writer)
    constants = {name: str(wire.limits.get(name, 100)) for name in ("depth", "items", "characters")} | {"to": f"/dev/fd/{DESCRIPTOR}"}
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", errors="surrogateescape", newline="") as file, tempfile.TemporaryFile() as stderr:
        file.write(text)
        file.flush()
        settings = [word for name, value in constants.items() for word in ("-v", f"__ca_{name}={value}")]
        program = subprocess.Popen(["gawk", *settings, "-f", file.name, "--", *sys.argv[2:]], pass_fds=[DESCRIPTOR], stderr=stderr)
        os.close(DESCRIPTOR)
        tracer, left = Tracer(wire), False
        with open(reader, encoding="utf-8", errors="surrogateescape", newline="\n") as messages:
            for message in messages:
                fields = [unescape(field) for field in message[:-1].split("\x1f")]
                left = left or fields[0] == "u"
                tracer.message(*fields)
        status = program.wait()
        stderr.seek(0)
        sys.stderr.buffer.write(stderr.read().replace(file.name.encode(), sys.argv[1].encode()))
        sys.stderr.flush()
    module = tracer.frames[-1]
    if status and not left:  # gawk itself gave up; its message is on stderr
        wire.write("x", module.number, module.line, "fatal", "")
        tracer.leave(0)
    else:
        tracer.leave(1)
        wire.write("r", "1", tracer.frames[0].line)
    if status < 0:
        signal.signal(-status, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    sys.exit(status)


if __name__ == "__main__":
    main()
