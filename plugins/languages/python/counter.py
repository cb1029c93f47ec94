"""Counts how often each line of a program runs, by rewriting its syntax tree and not by a trace function.

python3 counter.py PROGRAM ARGUMENTS… runs the program and writes "LINE COUNT" lines to the file named by
CODEALCHEMY_COUNTER_FILE: for every line that holds code, how often the statement on it ran, or "-" where it can't tell. A loop's header counts each time it
is evaluated, a `with` when it is entered and when it is left.
"""

import ast
import atexit
import os
import sys
from collections import Counter

COUNT, EACH = '__codealchemy_count__', '__codealchemy_each__'
counts = Counter()


def count(*lines):
    for line in lines:
        counts[line] += 1


def each(line, values):
    iterator = iter(values)
    while True:
        counts[line] += 1
        try:
            value = next(iterator)
        except StopIteration:
            return
        yield value


def lines_with_code(code):
    found = code_lines(code)
    for constant in code.co_consts:
        if isinstance(constant, type(code)):
            found |= lines_with_code(constant) - {constant.co_firstlineno}
    return found


def code_lines(code):
    if hasattr(code, 'co_lines'):
        return {line for _, _, line in code.co_lines() if line}
    import dis
    return {line for _, line in dis.findlinestarts(code) if line}


def called(name, *arguments):
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def is_future(node):
    return isinstance(node, ast.ImportFrom) and node.module == '__future__'


def is_text(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


class Counting(ast.NodeTransformer):
    """Puts a call before every statement. Compound statements count their header only."""

    def __init__(self, executable):
        self.executable = executable
        self.unknown = set()  # lines of long conditions and of cases: what runs there can't be told from outside

    def visit(self, node):
        self.generic_visit(node)
        for name in ('body', 'orelse', 'finalbody'):
            statements = getattr(node, name, None)
            if isinstance(statements, list):
                setattr(node, name, [new for old in statements for new in self.counted(old)])
        return self.changed(node)

    def counted(self, node):
        if not isinstance(node, ast.stmt) or isinstance(node, (ast.Global, ast.Nonlocal)):
            return [node]
        if is_text(node):
            return [node, self.call(node, node.lineno)] if node.lineno in self.executable else [node]
        if is_future(node):
            return [node, self.call(node, node.lineno)]
        if isinstance(node, ast.For) or isinstance(node, ast.While) and not isinstance(node.test, ast.Constant):
            self.leave_out(node.lineno + 1, node)
            return [node]
        lines = self.lines_of(node)
        if not lines:
            return [node]
        return [self.call(node, *lines), node]

    def lines_of(self, node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            # Annotations, defaults and bases on lines of their own are evaluated with the header.
            header = range(node.lineno, max(node.body[0].lineno, node.lineno + 1))
            return sorted({*header, *(d.lineno for d in node.decorator_list)} & self.executable)
        bodies = [b for b in (getattr(node, n, None) for n in ('body', 'handlers', 'cases')) if isinstance(b, list) and b]
        if bodies:
            self.leave_out(node.lineno + 1, node)
            return [node.lineno] if node.lineno in self.executable else []
        return [line for line in range(node.lineno, node.end_lineno + 1) if line in self.executable]

    def leave_out(self, first, node):
        if getattr(node, 'body', None):
            self.unknown.update(range(first, node.body[0].lineno))
        for case in getattr(node, 'cases', ()):
            self.unknown.update(range(case.pattern.lineno, case.body[0].lineno))

    def call(self, node, *lines):
        return ast.copy_location(ast.Expr(called(COUNT, *(ast.Constant(line) for line in lines))), node)

    def changed(self, node):
        if isinstance(node, ast.Module):
            first = [n for n in node.body if is_future(n)]
            start = 1 if node.body and is_text(node.body[0]) else 0
            node.body = node.body[:start] + first + [n for n in node.body[start:] if n not in first]
        elif isinstance(node, ast.For):
            node.iter = ast.copy_location(called(EACH, ast.Constant(node.lineno), node.iter), node.iter)
        elif isinstance(node, ast.While) and not isinstance(node.test, ast.Constant):
            node.test = ast.copy_location(ast.BoolOp(ast.Or(), [called(COUNT, ast.Constant(node.lineno)), node.test]), node.test)
        elif isinstance(node, ast.ExceptHandler):
            if node.type is None:
                node.body.insert(0, ast.copy_location(ast.Expr(called(COUNT, ast.Constant(node.lineno))), node.body[0]))
            else:
                both = ast.Tuple([called(COUNT, ast.Constant(node.lineno)), node.type], ast.Load())
                node.type = ast.copy_location(ast.Subscript(both, index(1), ast.Load()), node.type)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            leave = self.call(node, node.lineno)
            node.body = [ast.copy_location(ast.Try(node.body, [], [], [leave]), node.body[0])]
        return node


def index(number):
    return ast.Constant(number) if sys.version_info >= (3, 9) else ast.Index(ast.Constant(number))


def main():
    output = os.open(os.environ.pop('CODEALCHEMY_COUNTER_FILE'), os.O_WRONLY)
    path = sys.argv[1]
    del sys.argv[0]
    with open(path, 'rb') as source:
        text = source.read()
    executable = lines_with_code(compile(text, path, 'exec', dont_inherit=True))
    tree = ast.parse(text, path)
    counting = Counting(executable)
    counting.visit(tree)
    code = compile(ast.fix_missing_locations(tree), path, 'exec', dont_inherit=True)

    def report():
        lines = sorted(executable | set(counts))
        unknown = counting.unknown - set(counts)
        os.write(output, ''.join('%d %s\n' % (line, '-' if line in unknown else counts[line]) for line in lines).encode())

    atexit.register(report)
    sys.path[0] = os.path.dirname(path)  # as for a program that is run by itself
    module = sys.modules['__main__']
    vars(module).update({COUNT: count, EACH: each, '__file__': path})
    import builtins
    setattr(builtins, COUNT, count)
    setattr(builtins, EACH, each)
    exec(code, vars(module))


main()
