# Types and how much of them may be looked at: only what the interpreter itself keeps, never code of the program.

ATOM, LIST, TUPLE, SET, DICT, TEXT, CODE, OBJECT, STATIC, FIXED = range(10)

max_depth = max_items = max_characters = 0
was_cut = False
type_name_of = type.__dict__['__name__'].__get__
type_qualname_of = type.__dict__['__qualname__'].__get__
type_mro_of = type.__dict__['__mro__'].__get__
type_dict_of = type.__dict__['__dict__'].__get__
type_flags_of = type.__dict__['__flags__'].__get__
type_module_of = type.__dict__['__module__'].__get__
exception_args_of = BaseException.__dict__['args'].__get__
HEAP_TYPE = 1 << 9
Getset = type(type.__dict__['__dict__'])
Member = type(type(write).__dict__['__globals__'])
Function = type(write)
Builtin = type(len)
Module = type(sys)
Generator = type(_ for _ in ())
BoundMethod = type((lambda: 0).__get__(0))


async def _coroutine():
    yield

AsyncGenerator = type(_coroutine())


def inherits(of, base):
    """Like issubclass, but never asks a metaclass of the program."""
    for owner in type_mro_of(of):
        if owner is base:
            return True
    return False


def module_of(of):
    try:
        module = type_module_of(of)
    except AttributeError:
        return None
    return module if type(module) is str else None


class Kind:
    """What is known of a type: how its values are shown. Keyed by the type's id; keeps the type alive."""

    __slots__ = ('kind', 'name', 'type', 'show', 'held', 'getdict', 'slots', 'base', 'detail', 'private')

    def __init__(self, of, kind, show):
        self.type = of
        self.kind = kind
        self.name = escape(type_name_of(of).encode('utf-8', 'backslashreplace').decode())
        self.show = show
        self.held = kind in (ATOM, CODE)
        self.getdict = None
        self.slots = ()
        self.base = None
        self.detail = None
        self.private = False


def cut(text, room):
    global was_cut
    if len(text) > room:
        was_cut = True
        return text[:max(room - 1, 0)] + '…'
    return text


def show_repr(v, depth, room, path):
    return cut(repr(v), room)


def show_int(v, depth, room, path):
    bits = v.bit_length()
    if bits < 10000:
        return cut(repr(v), room)
    shift = (bits - 4 * max(room, 8)) & ~3
    return cut(hex(v >> shift if v >= 0 else -(-v >> shift)), room - 1) if shift < 4 else cut(
        hex(v >> shift if v >= 0 else -(-v >> shift)) + '00', room)


def show_str(v, depth, room, path):
    return cut(repr(v if len(v) <= room else v[:room]), room)
