# Facts about code objects: which pieces of a line may change objects, and how a frame was left.

MUTATING_PREFIXES = (
    'CALL', 'STORE_SUBSCR', 'STORE_SLICE', 'DELETE_', 'STORE_ATTR', 'INPLACE_', 'LIST_', 'SET_', 'MAP_ADD', 'DICT_', 'YIELD_',
    'SEND', 'IMPORT_', 'BEFORE_', 'SETUP_WITH', 'SETUP_ASYNC', 'WITH_', 'RAISE', 'RERAISE', 'GET_A', 'END_ASYNC', 'PRECALL',
    'LOAD_BUILD', 'GET_YIELD', 'RESUME_GEN', 'INSTRUMENTED', 'EXEC', 'UNPACK_EX',
)
mutating_ops = frozenset(
    number for name, number in opmap.items() if name.startswith(MUTATING_PREFIXES) and name not in ('LIST_TO_TUPLE', 'SET_FUNCTION_ATTRIBUTE'))
BINARY_OP = opmap.get('BINARY_OP', -1)
NAME_STORES = {opmap[n]: n for n in ('STORE_FAST', 'STORE_NAME', 'STORE_GLOBAL', 'STORE_DEREF') if n in opmap}
EXTENDED_ARG = opmap['EXTENDED_ARG']
RETURN_OPS = frozenset(opmap[n] for n in ('RETURN_VALUE', 'RETURN_CONST', 'RETURN_GENERATOR') if n in opmap)
YIELD_OPS = frozenset(opmap[n] for n in ('YIELD_VALUE', 'YIELD_FROM', 'SEND', 'RESUME', 'ASYNC_GEN_WRAP') if n in opmap)
SWALLOW_OPS = frozenset(opmap[n] for n in ('FOR_ITER', 'SEND', 'YIELD_FROM', 'END_ASYNC_FOR', 'CLEANUP_THROW') if n in opmap)
YIELD_FROM = opmap.get('YIELD_FROM', -1)
YIELD_FROM_BYTE = bytes((max(YIELD_FROM, 0),))
PUSH_EXC_INFO = opmap.get('PUSH_EXC_INFO', -1)
GENERATOR_FLAGS = 0x20 | 0x80 | 0x200
IMPURE = False


class CodeInfo:
    """Facts about a code object, worked out when first needed."""

    __slots__ = ('code', 'ops', 'effects', 'starts', 'name', 'file', 'is_generator', 'is_class')

    def __init__(self, code, file):
        self.code = code
        self.ops = code.co_code
        self.effects = {}
        self.starts = None
        self.name = escape(code.co_name.encode('utf-8', 'backslashreplace').decode())
        self.file = file
        self.is_generator = bool(code.co_flags & GENERATOR_FLAGS)

    def effect(self, offset):
        """Names assigned in place by the piece of a line that starts here, or IMPURE when it may change any object."""
        if self.starts is None:
            self.starts = line_starts(self.code)
        ops = self.ops
        names = []
        end = next((s for s in self.starts if s > offset), len(ops))
        found = ()
        i = offset
        while i < end:
            op = ops[i]
            if op in mutating_ops:
                found = IMPURE
                break
            if op == BINARY_OP and ops[i + 1] >= 13:
                name = self.stored_after(i + 2, end)
                if name is None:
                    found = IMPURE
                    break
                names.append(name)
            i += 2
        if found is not IMPURE:
            found = tuple(names)
        self.effects[offset] = found
        return found

    def leaving_op(self, offset):
        if offset < 0:
            return -1
        # Before 3.11 a generator paused in `yield from` stands one instruction before it, to repeat it.
        if YIELD_FROM >= 0 and self.ops[offset + 2:offset + 3] == YIELD_FROM_BYTE:
            return YIELD_FROM
        return self.ops[offset]

    def stored_after(self, i, end):
        ops, extended = self.ops, 0
        while i < end and ops[i] in (0, EXTENDED_ARG):
            extended = (ops[i + 1] | extended) << 8 if ops[i] == EXTENDED_ARG else 0
            i += 2
        kind = NAME_STORES.get(ops[i]) if i < end else None
        index = ops[i + 1] | extended if kind else 0
        code = self.code
        if kind in ('STORE_NAME', 'STORE_GLOBAL'):
            return code.co_names[index] if index < len(code.co_names) else None
        if kind == 'STORE_FAST':
            return code.co_varnames[index] if index < len(code.co_varnames) else None
        return None


def line_starts(code):
    if hasattr(code, 'co_lines'):
        starts, before = [], MISSING
        for start, _, line in code.co_lines():
            if line != before and line is not None:
                starts.append(start)
                before = line
        return starts
    starts, address = [0], 0
    for step, line_step in zip(code.co_lnotab[::2], code.co_lnotab[1::2]):
        address += step
        if line_step:
            starts.append(address)
    return starts


code_infos = {}


def info_of(code, file):
    known = code_infos.get(id(code))
    if known is None or known.code is not code:
        known = code_infos[id(code)] = CodeInfo(code, file)
    return known
