"""Puts calls of recorder.awk in front of the statements of an AWK program; every line stays where it is."""
import re

TOKEN = re.compile(r"""(?P<space>(?:[ \t\r]|\\\r?\n|\#[^\n]*)+)|(?P<string>"(?:\\.|[^"\\])*")
|(?P<number>0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<call>[A-Za-z_]\w*(?=\())|(?P<name>[A-Za-z_]\w*)
|(?P<sign>\*\*=|\+\+|--|&&|\|\||\|&|>>|\*\*|[-+*/%^=!<>]=|!~|.)""", re.S | re.X)
REGEX = re.compile(r"/(?:\\.|\[\^?\]?(?:\[:\w+:\]|\\.|[^]\n\\])*\]|[^/\\\n\[])*/", re.S)
WORDS = set("""BEGIN END BEGINFILE ENDFILE function func if else while do for in break continue next nextfile exit return delete print
printf getline switch case default""".split())
HIDDEN = WORDS | {"ENVIRON", "PROCINFO", "SYMTAB", "FUNCTAB"} | set("""length substr index split sub gsub gensub match sprintf sin cos atan2
exp log sqrt int rand srand tolower toupper system close fflush asort asorti patsplit strftime mktime systime and or xor compl lshift
rshift strtonum typeof isarray""".split())


class Rewriter:
    def __init__(self, text):
        self.tokens, self.insertions, self.i, self.helpers = [], {}, 0, []
        at, line, space, last = 0, 1, "", ("", "")
        while at < len(text):
            operand = last[0] in ("string", "number", "regex") or last[1] in (")", "]", "$", "length") or last[0] == "name" and last[1] not in WORDS
            match = not operand and REGEX.match(text, at) or TOKEN.match(text, at)
            if match.lastgroup == "space":
                space += match.group()
            else:
                last = (match.lastgroup or "regex", match.group(), line, space)
                self.tokens.append(last)
                space = ""
            at, line = match.end(), line + match.group().count("\n")
        self.tokens.append(("end", "", line, space))

    @property
    def text(self):
        return self.tokens[self.i][1]

    @property
    def line(self):
        return self.tokens[self.i][2]

    def put(self, at, text):
        self.insertions.setdefault(at, []).append(text)

    def newlines(self, also=()):
        while self.text == "\n" or self.text in also:
            self.i += 1

    def expression(self, ends):
        """Goes to the end of an expression: to one of the signs outside of all brackets."""
        depth = 0
        while self.tokens[self.i][0] != "end":
            kind, text = self.tokens[self.i][:2]
            if depth == 0 and kind != "string" and text in ends and not (text == "\n" and self.tokens[self.i - 1][1] in (",", "&&", "||")):
                return
            depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
            self.i += 1

    def program(self):
        """The program's text with the insertions, followed by the functions they call."""
        globals_ = set()
        while self.newlines((";",)) or self.tokens[self.i][0] != "end":
            if self.text == "@":
                self.expression("\n")
            elif self.text in ("function", "func"):
                self.function(globals_)
            else:
                self.rule(globals_)
        shown = "".join(f'__ca_value("{name}", {name}); ' for name in ["$0", *sorted(globals_ - HIDDEN)])
        self.helpers.append(f"function __ca_line_(l) {{ __ca_begin(\"l\", l); {shown}return __ca_send() }}")
        body = "".join("".join(self.insertions.get(n, [])) + space + text for n, (_, text, _, space) in enumerate(self.tokens))
        return body + "\n" + "\n".join(self.helpers) + "\n"

    def gather(self, start, into, leave=()):
        into |= {text for kind, text, *_ in self.tokens[start:self.i] if kind == "name" and text not in leave}

    def function(self, globals_):
        name, start = self.tokens[self.i + 1][1], self.i + 3
        self.expression("{")
        parameters = [text for kind, text, *_ in self.tokens[start:self.i] if kind == "name"]
        arguments = "".join(", " + name for name in parameters)
        shown = "".join(f'__ca_value("{name}", {name}); ' for name in parameters)
        self.line_call, self.frame = lambda line: f"__ca_line_{name}({line}{arguments})", (name, arguments)
        self.helpers += [
            f"function __ca_line_{name}(__ca_l{arguments}) {{ __ca_begin(\"l\", __ca_l); {shown}return __ca_send() }}",
            f"function __ca_call_{name}(__ca_l{arguments}) {{ __ca_begin(\"c\", __ca_l \"\\037{name}\"); {shown}return __ca_send() }}",
            f"function __ca_return_{name}(__ca_l, __ca_x{arguments}) {{ __ca_begin(\"r\", __ca_l); __ca_value(\">\", __ca_x); {shown}__ca_send(); return __ca_x }}"]
        self.put(self.i + 1, f"__ca_call_{name}({self.tokens[start - 2][2]}{arguments});")
        body = self.i
        self.block()
        self.put(self.i - 1, f";__ca_return_{name}({self.tokens[self.i - 1][2]}, __ca_none{arguments})")
        self.gather(body, globals_, parameters)

    def rule(self, globals_):
        self.line_call, self.frame, start = (lambda line: f"__ca_line_({line})"), None, self.i
        if self.text not in ("BEGIN", "END", "BEGINFILE", "ENDFILE", "{"):
            while True:
                self.put(self.i, f" {self.line_call(self.line)} && (")
                self.expression(("{", "\n", ",", ";"))
                self.put(self.i, ")")
                if self.text != ",":
                    break
                self.i += 1
                self.newlines()
            if self.text != "{":
                self.put(self.i, " { __ca_out($0 ORS) }")
                self.gather(start, globals_)
                return
        else:
            self.expression("{")
        self.block()
        self.gather(start, globals_)

    def block(self):
        self.i += 1
        while self.newlines((";",)) or self.text not in ("}", ""):
            if self.text in ("case", "default"):
                self.expression(":")
                self.i += 1
            else:
                self.statement()
        self.i += 1

    def head(self, line=None):
        """Brackets behind a word; with a line their content gets an event."""
        self.i += 1
        self.put(self.i + 1, f"{self.line_call(line)} && (" if line else "")
        self.i += 1
        self.expression(")")
        self.put(self.i, ")" if line else "")
        self.i += 1

    def statement(self):
        self.newlines()
        word, line, start = self.text, self.line, self.i
        if word == "{":
            return self.block()
        if word == ";":
            self.i += 1
            return
        self.put(start, "{" + ("" if word in ("while", "do") else self.line_call(line) + ";"))
        if word in ("if", "while", "switch"):
            self.head(line if word == "while" else None)
            if word == "switch":
                self.newlines()
            self.statement()
            if word == "if":
                before = self.i
                self.newlines((";",))
                if self.text == "else":
                    self.i += 1
                    self.statement()
                else:
                    self.i = before
            self.put(self.i, "}")
            return
        if word == "do":
            self.i += 1
            self.statement()
            self.newlines((";",))
            self.head(self.line)
        elif word == "for":
            self.for_statement(line)
            self.put(self.i, "}")
            return
        else:
            self.i += 1
            self.expression((";", "\n", "}"))
            self.simple(word, line, start)
        if self.text == ";":
            self.i += 1
        self.put(self.i, "}")

    def for_statement(self, line):
        self.i += 2
        start = self.i
        self.expression((";", ")"))
        if self.text == ";":
            self.i += 1
            self.newlines()
            self.expression(";")
            self.i += 1
            self.newlines()
            step = self.i
            self.expression(")")
            if self.tokens[step][1] not in ("delete", "print", "printf"):
                self.put(step, self.line_call(line) + (" && (" if step < self.i else ""))
                self.put(self.i, ")" if step < self.i else "")
        self.i += 1
        self.statement()

    def simple(self, word, line, start):
        """A statement that ends at the present token: what is printed, returned or left gets a call."""
        end = self.i
        if word == "return" and self.frame:
            value = start + 1 < end
            self.put(start + 1, f" __ca_return_{self.frame[0]}({line}, " + ("" if value else "__ca_none"))
            self.put(end, self.frame[1] + ")")
        elif word in ("next", "nextfile") or word == "exit" and start + 1 == end:
            self.put(start, "__ca_leave();")
        elif word == "exit":
            self.put(start + 1, " __ca_leave(")
            self.put(end, ")")
        elif word in ("print", "printf"):
            self.i = start + 1
            self.expression((">", ">>", "|", "|&", ";", "\n", "}"))
            if self.i == end:
                self.output(word, start, end)
            self.i = end

    def replace(self, at, kind, text):
        self.tokens[at] = (kind, text, *self.tokens[at][2:])

    def output(self, word, start, end):
        """print and printf to standard output: the text is made first, and __ca_out writes it."""
        self.replace(start, "call", "__ca_out")
        self.put(start + 1, "(sprintf(" if word == "printf" else "(")
        self.i = start + 1
        if self.text == "(":
            self.i += 1
            self.expression(")")
            if self.i + 1 == end:  # brackets around all of the list
                self.replace(start + 1, "sign", " ")
                self.replace(self.i, "sign", " ")
        self.i = start + 1
        while word == "print" and self.i < end:
            self.put(self.i, "__ca_print(")
            self.expression((",", ";", "\n", "}"))
            self.put(self.i, ")")
            if self.i < end:
                self.replace(self.i, "sign", " OFS ")
                self.i += 1
        self.put(end, "))" if word == "printf" else " ORS)" if start + 1 < end else "$0 ORS)")


def rewrite(text):
    return Rewriter(text).program()
