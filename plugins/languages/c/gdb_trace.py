"""Traces a compiled program from outside: a breakpoint on every line of its source file. Slow, but needs no change of the program.

Started by gdb with the program and its arguments given by --args. Return values and the place of output are not recorded.
"""
import os
import signal

import gdb

ESCAPES = str.maketrans({"\x1f": "\x10\x5f", "\x10": "\x10\x50"})
OMITTED = "\u2026"


class Writer:
    """Writes records up to the limits; afterwards nothing."""

    def __init__(self):
        descriptor = int(os.environ["CODEALCHEMY_TRACE_FD"])
        self.file = os.fdopen(os.dup(descriptor), "wb", buffering=0)
        os.close(descriptor)
        limits = dict(p.split("=") for p in os.environ.get("CODEALCHEMY_TRACE_LIMITS", "").split(",") if "=" in p)
        self.events = int(limits.get("events", 100000))
        self.bytes = int(limits.get("bytes", 32 << 20))
        self.depth = int(limits.get("depth", 4))
        self.items = int(limits.get("items", 32))
        self.characters = int(limits.get("characters", 256))
        self.open = True

    def write(self, *fields):
        if not self.open:
            return
        payload = "\x1f".join(str(f).translate(ESCAPES) for f in fields).encode("utf-8", "surrogateescape")
        record = b"%d:%b," % (len(payload), payload)
        if self.events == 0 or self.bytes < len(record):
            limit = "events" if self.events == 0 else "bytes"
            self.file.write(b"%d:z\x1f%b," % (len(limit) + 2, limit.encode()))
            self.open = False
            return
        self.events -= 1
        self.bytes -= len(record)
        self.file.write(record)


class Values:
    """Shows values without addresses and without running code of the program."""

    def __init__(self, writer):
        self.limits = writer

    def show(self, value):
        try:
            text = self.text(value, self.limits.depth)
        except (gdb.error, RuntimeError, UnicodeError):
            text = "{" + OMITTED + "}"
        return text if len(text) <= self.limits.characters else text[: self.limits.characters] + OMITTED

    def text(self, value, depth):
        kind = value.type.strip_typedefs()
        if kind.code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
            return self.text(value.referenced_value(), depth)
        if kind.code == gdb.TYPE_CODE_PTR:
            return self.pointer(value, kind)
        if kind.code == gdb.TYPE_CODE_ARRAY:
            return self.array(value, kind, depth)
        if kind.code in (gdb.TYPE_CODE_STRUCT, gdb.TYPE_CODE_UNION):
            return self.record(value, kind, depth)
        if kind.code == gdb.TYPE_CODE_CHAR or (kind.sizeof == 1 and kind.name == "char"):
            number = int(value) & 255
            return repr(chr(number)) if 32 <= number < 127 else "'\\x%02x'" % number
        return value.format_string(styling=False)

    def pointer(self, value, kind):
        if int(value) == 0:
            return "NULL"
        target = kind.target().strip_typedefs()
        if target.name in ("char", "const char"):
            return '"' + value.string(errors="backslashreplace", length=-1)[: self.limits.characters].translate(
                str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})) + '"'
        # What else it points to may have been given back, and gdb can't tell.
        return "&" + OMITTED

    def array(self, value, kind, depth):
        low, high = kind.range()
        if kind.target().strip_typedefs().name == "char":
            data = bytes(int(value[i]) & 255 for i in range(low, min(high + 1, low + self.limits.characters)))
            return '"' + data.split(b"\0")[0].decode("utf-8", "backslashreplace") + '"'
        if depth == 0:
            return "{" + OMITTED + "}"
        items = [self.text(value[i], depth - 1) for i in range(low, min(high + 1, low + self.limits.items))]
        return "{" + ", ".join(items + [OMITTED] * (high + 1 - low > self.limits.items)) + "}"

    def record(self, value, kind, depth):
        if depth == 0 or kind.code == gdb.TYPE_CODE_UNION or (kind.name or "").startswith("std::"):
            return "{" + OMITTED + "}"
        fields = [f for f in kind.fields() if f.name and not f.artificial and hasattr(f, "bitpos") and not f.is_base_class]
        return "{" + ", ".join(".%s = %s" % (f.name, self.text(value[f], depth - 1)) for f in fields) + "}"


class Frame:
    def __init__(self, number, key, name):
        self.number, self.key, self.name = number, key, name
        self.line, self.shown = 0, {}


class Tracer:
    """Rebuilds frames from the real stack at every line."""

    def __init__(self, path):
        self.path = path
        self.writer = Writer()
        self.values = Values(self.writer)
        self.stack = []
        self.frames = 0

    def real_stack(self):
        frames, frame = [], gdb.newest_frame()
        while frame is not None and frame.is_valid():
            table = frame.find_sal().symtab
            if table is not None and table.fullname() == self.path and frame.function() is not None:
                frames.append(frame)
            frame = frame.older()
        return frames[::-1]

    def at_line(self, line):
        if not self.writer.open:
            return
        real = self.real_stack()
        keys = [(str(f.function()), int(f.read_register("rbp")) if f.level() == 0 else int(f.read_register("rsp"))) for f in real]
        self.settle(real, keys, line)
        if not self.stack:
            return
        top = self.stack[-1]
        if line == self.opening(real[-1].function()):
            top.line = line
            return
        items = self.changes(top, real[-1], line)
        top.line = line
        self.writer.write("l", top.number, line, *items)

    def settle(self, real, keys, line):
        # A frame keeps its function and its place; its stack pointer is only known while it is not the newest.
        common = 0
        while common < min(len(real), len(self.stack)) and self.stack[common].name == keys[common][0] and (
                common == len(real) - 1 or self.stack[common].key in (None, keys[common][1])):
            common += 1
        while len(self.stack) > common or (len(self.stack) == len(real) and self.fresh(real, len(self.stack) - 1, line)):
            gone = self.stack.pop()
            self.writer.write("r", gone.number, gone.line)
        for index in range(len(self.stack), len(real)):
            self.enter(real[index], keys[index], index)
        for index, frame in enumerate(self.stack[:-1]):
            frame.key = keys[index][1]
        if self.stack:
            self.stack[-1].key = None

    def fresh(self, real, index, line):
        """Whether the newest frame opens its function though it was there before: another call of the same function."""
        return index == len(real) - 1 and self.stack[index].line and line == self.opening(real[-1].function())

    def opening(self, function):
        return min((e.line for e in function.symtab.linetable() if e.line >= function.line), default=0)

    def enter(self, frame, key, depth):
        self.frames += 1
        entered = Frame(self.frames, None, key[0])
        self.stack.append(entered)
        function = frame.function()
        items = []
        block = frame.block()
        while block is not None and block.function is None:
            block = block.superblock
        for symbol in block or ():
            if symbol.is_argument:
                items += self.item(entered, symbol.name, symbol.value(frame))
        self.writer.write("c", entered.number, depth, function.line, function.name.split("(")[0], *items)

    def item(self, entered, name, value):
        text = self.values.show(value)
        if entered.shown.get(name) == text:
            return []
        entered.shown[name] = text
        return ["=" + name, str(value.type), text]

    def changes(self, top, frame, line):
        items, seen = [], set()
        block = frame.block()
        while block is not None and not block.is_global and not block.is_static:
            for symbol in block:
                if (symbol.is_variable or symbol.is_argument) and symbol.name not in seen and (symbol.is_argument or symbol.line < line):
                    seen.add(symbol.name)
                    items += self.item(top, symbol.name, symbol.value(frame))
            if block.function is not None:
                break
            block = block.superblock
        for name in [n for n in top.shown if n not in seen]:
            del top.shown[name]
            items.append("-" + name)
        return items

    def finish(self):
        while self.stack:
            gone = self.stack.pop()
            self.writer.write("r", gone.number, gone.line, "u")


class LineBreakpoint(gdb.Breakpoint):
    def __init__(self, tracer, file, line):
        super().__init__("%s:%d" % (file, line), internal=True)
        self.silent = True
        self.tracer, self.at = tracer, line

    def stop(self):
        try:
            self.tracer.at_line(self.at)
        except (gdb.error, RuntimeError, ValueError):
            pass
        return False


def lines_of(table):
    return sorted({e.line for e in table.linetable() if e.line > 0})


def main():
    # gdb's own words go nowhere; the program keeps the real descriptors.
    out = os.dup(1)
    os.set_inheritable(out, True)
    null = os.open("/dev/null", os.O_WRONLY)
    os.dup2(null, 1)
    for command in ("set pagination off", "set confirm off", "set disable-randomization off", "set width 0", "set print address off",
                    "set print symbol off", "handle all nostop noprint pass", "set startup-with-shell on", "set debuginfod enabled off"):
        try:
            gdb.execute(command, to_string=True)
        except gdb.error:
            pass
    gdb.execute("break main", to_string=True)
    table = gdb.decode_line("main")[1][0].symtab
    tracer = Tracer(table.fullname())
    for name in [n for n in os.environ if n.startswith("CODEALCHEMY_")] + ["LINES", "COLUMNS"]:
        gdb.execute("unset environment " + name, to_string=True)
    gdb.execute("delete", to_string=True)
    for line in lines_of(table):
        LineBreakpoint(tracer, table.filename, line)
    code = []
    gdb.events.exited.connect(lambda event: code.append(getattr(event, "exit_code", None)))
    gdb.execute("run >>/proc/%d/fd/%d" % (os.getpid(), out), to_string=True)
    if code and code[0] is not None:
        tracer.finish()
        os._exit(code[0])
    number = int(gdb.parse_and_eval("$_exitsignal")) if not gdb.parse_and_eval("$_exitsignal").type.code == gdb.TYPE_CODE_VOID else 9
    signal.signal(number, signal.SIG_DFL) if number not in (9, 19) else None
    os.kill(os.getpid(), number)
    os._exit(128 + number)


main()
