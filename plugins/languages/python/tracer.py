"""Traces a Python program with sys.settrace and writes the records of docs/trace-wire.md.

Loaded as `sitecustomize` before the program starts, so that the interpreter itself runs the program: no frame of the
tracer lies below the program's, and exit status, tracebacks, `__main__`, atexit and recursion depth are the
interpreter's own doing. Works on Python 3.8 and newer.
"""

import sys
import os
import mmap
import _thread
import _weakref
from itertools import count, repeat
from opcode import opmap

SEP = '\x1f'
MISSING = object()
type_of = type

# ---- limits and the mapped trace file -------------------------------------------------------------------------------

limits = {'events': 100000, 'bytes': 32 << 20, 'depth': 4, 'items': 32, 'characters': 256}


def read_limits(text):
    for part in text.split(','):
        name, _, number = part.partition('=')
        if name in limits and number.isdigit():
            limits[name] = int(number)


def open_wire(descriptor):
    """Maps the trace file. Mapped bytes survive os._exit, exec and any signal; the program sees no descriptor."""
    global wire
    size = limits['bytes'] + 4096
    os.ftruncate(descriptor, size)
    wire = mmap.mmap(descriptor, size)
    os.close(descriptor)


wire = None
events_left = 0
bytes_left = 0
recording = False


def write(payload):
    """Writes one record; at a limit it writes the last one and stops."""
    global events_left, bytes_left
    data = payload.encode('utf-8', 'backslashreplace')
    size = len(data) + 9
    if events_left <= 0 or bytes_left < size:
        stop('events' if events_left <= 0 else 'bytes')
        return
    events_left -= 1
    bytes_left -= size
    wire.write(b'%d:%b,' % (len(data), data))


def stop(limit):
    global recording
    if recording:
        recording = False
        payload = b'z\x1f' + limit.encode()
        wire.write(b'%d:%b,' % (len(payload), payload))
        unhook_streams()
    real_settrace(None)


def break_off(of):
    """The tracer failed: a record that no reader takes makes the host refuse the trace."""
    global recording
    recording = False
    payload = b'?' + type_name_of(of).encode()
    wire.write(b'%d:%b,' % (len(payload), payload))
    unhook_streams()
    real_settrace(None)


def escape(text):
    if '\x1f' in text or '\x10' in text:
        text = text.replace('\x10', '\x10\x50').replace('\x1f', '\x10\x5f')
    return text


# ---- showing values without running code of the program -------------------------------------------------------------

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


def show_dots(v, depth, room, path):
    global was_cut
    was_cut = True
    return '…'


def show_items(values, size, opening, closing, depth, room, path):
    """A sequence; `values` yields at least the items that can be shown."""
    global was_cut
    if depth <= 0:
        was_cut = was_cut or size > 0
        return opening + ('…' if size else '') + closing
    parts = []
    shown = 0
    room -= len(opening) + len(closing)
    for v in values:
        if shown >= max_items or room <= 1:
            parts.append('…')
            was_cut = True
            break
        part = show(v, depth - 1, max(room - 3, 1), path)
        parts.append(part)
        room -= len(part) + 2
        shown += 1
    return opening + ', '.join(parts) + closing


def is_flat(values):
    return atom_ids.issuperset(map(id, map(type_of, values)))


number_ids = frozenset(map(id, (int, float, bool, type(None))))


def show_list(v, depth, room, path):
    size = list_len(v)
    values = list_slice(v, slice(max_items + 1))
    if depth > 0 and size <= max_items and number_ids.issuperset(map(id, map(type_of, values))):
        try:
            text = repr(values)
        except ValueError:
            text = None
        if text is not None and len(text) <= room:
            return text
    key = id(v)
    if key in path:
        return '[...]'
    return show_items(values, size, '[', ']', depth, room, path + (key,))


def show_tuple(v, depth, room, path):
    size = tuple_len(v)
    values = tuple_slice(v, slice(max_items + 1))
    key = id(v)
    if key in path:
        return '(...)'
    return show_items(values, size, '(', ',)' if size == 1 else ')', depth, room, path + (key,))


def sorted_parts(values, size, depth, room, path):
    global was_cut
    if size > 1000:
        was_cut = True
        return ['…']
    before = was_cut
    parts = sorted([show(v, depth - 1, room, path) for v in values])
    was_cut = before
    kept = []
    for part in parts:
        if len(kept) >= max_items or room <= 1:
            kept.append('…')
            was_cut = True
            break
        if len(part) > room:
            part = cut(part, room)
        elif part.endswith('…'):
            was_cut = True
        kept.append(part)
        room -= len(part) + 2
    return kept


def show_set(v, depth, room, path):
    return set_text(v, '{', '}', 'set()', depth, room, path)


def show_frozenset(v, depth, room, path):
    return set_text(v, 'frozenset({', '})', 'frozenset()', depth, room, path)


def set_text(v, opening, closing, empty, depth, room, path):
    global was_cut
    base = set if inherits(type(v), set) else frozenset
    size = base.__len__(v)
    if not size:
        return empty
    if depth <= 0:
        was_cut = True
        return opening + '…' + closing
    return opening + ', '.join(sorted_parts(base.__iter__(v), size, depth, room - len(opening) - len(closing), path)) + closing


def show_dict(v, depth, room, path):
    return dict_text(dict_items(v), dict_len(v), id(v), '{', '}', depth, room, path)


def dict_text(items, size, key, opening, closing, depth, room, path):
    global was_cut
    if key in path:
        return opening + '...' + closing
    if depth <= 0:
        was_cut = was_cut or size > 0
        return opening + ('…' if size else '') + closing
    path += (key,)
    parts = []
    shown = 0
    room -= len(opening) + len(closing)
    for k, v in items:
        if shown >= max_items or room <= 1:
            parts.append('…')
            was_cut = True
            break
        part = show(k, depth - 1, room, path)
        part = part + ': ' + show(v, depth - 1, max(room - len(part) - 2, 1), path)
        parts.append(part)
        room -= len(part) + 2
        shown += 1
    return opening + ', '.join(parts) + closing


def plain_text(v):
    return v if type(v) is str else '?'


def show_function(v, depth, room, path):
    return cut('<function ' + v.__qualname__ + '>', room)


def show_builtin(v, depth, room, path):
    return cut('<built-in function ' + v.__name__ + '>', room)


def show_method(v, depth, room, path):
    of = v.__func__
    name = of.__qualname__ if type(of) is Function else '?'
    return cut('<bound method ' + name + '>', room)


def show_module(v, depth, room, path):
    name = module_dict_of(v).get('__name__')
    return cut('<module ' + show_str(plain_text(name), 0, 100, ()) + '>', room)


def show_class(v, depth, room, path):
    module = module_of(v)
    name = type_qualname_of(v)
    if module is not None and module not in ('builtins', '__main__'):
        name = module + '.' + name
    return cut("<class '" + name.encode('utf-8', 'backslashreplace').decode() + "'>", room)


def show_named(v, depth, room, path):
    """Generators, coroutines and their like: named, never resumed."""
    return cut('<' + type_name_of(type(v)) + ' ' + v.__qualname__ + '>', room)


def show_opaque(v, depth, room, path):
    return cut('<' + kinds[id(type_of(v))].name + '>', room)


def show_view(v, depth, room, path):
    name = type_name_of(type(v))
    if name == 'dict_items':
        values, size = iter(v), len(v)
    else:
        values, size = iter(v), len(v)
    return show_items(values, size, name + '([', '])', depth, room, path + (id(v),))


def show_deque(v, depth, room, path):
    if id(v) in path:
        return 'deque([...])'
    return show_items(deque_values(v), len(v), 'deque([', '])', depth, room, path + (id(v),))


def deque_values(v):
    return [v[i] for i in range(min(len(v), max_items + 1))]


def attributes_of(v, kind):
    """Names and values of an object's own attributes: its dictionary and its slots, read at C level."""
    found = []
    if kind.getdict is not None:
        try:
            own = kind.getdict(v)
        except Exception:
            own = None
        if inherits(type(own), dict):
            found.extend(dict_items(own))
    for name, member in kind.slots:
        try:
            found.append((name, member.__get__(v)))
        except AttributeError:
            pass
    return found


def show_object(v, depth, room, path):
    global was_cut
    kind = kinds[id(type_of(v))]
    if id(v) in path:
        return kind.name + '(...)'
    if depth <= 0:
        was_cut = True
        return kind.name + '(…)'
    path += (id(v),)
    parts = []
    room -= len(kind.name) + 2
    if kind.base is not None:
        part = kind.base(v, depth, max(room, 1), path[:-1])
        parts.append(part)
        room -= len(part) + 2
    shown = 0
    for name, value in attributes_of(v, kind):
        if shown >= max_items or room <= 1:
            parts.append('…')
            was_cut = True
            break
        if kind.private and type(name) is str and name[:1] == '_':
            continue
        if type(name) is not str or not name.isidentifier():
            name = show(name, 0, room, ())
        part = name + '=' + show(value, depth - 1, max(room - len(name) - 1, 1), path)
        parts.append(part)
        room -= len(part) + 2
        shown += 1
    return kind.name + '(' + ', '.join(parts) + ')'


def show_exception(v, depth, room, path):
    kind = kinds[id(type_of(v))]
    if id(v) in path:
        return kind.name + '(...)'
    return show_items(exception_args_of(v), len(exception_args_of(v)), kind.name + '(', ')', depth, room, path + (id(v),))


def show_enum(v, depth, room, path):
    kind = kinds[id(type_of(v))]
    name = kind.getdict(v).get('_name_') if kind.getdict is not None else None
    return cut(kind.name + '.' + name, room) if type(name) is str else cut(kind.name + '(…)', room)


def show_namedtuple(v, depth, room, path):
    kind = kinds[id(type_of(v))]
    if depth <= 0:
        return kind.name + '(…)'
    global was_cut
    parts = []
    room -= len(kind.name) + 2
    for name, value in zip(kind.detail, tuple_slice(v, slice(max_items + 1))):
        if room <= 1:
            parts.append('…')
            was_cut = True
            break
        part = name + '=' + show(value, depth - 1, max(room - len(name) - 1, 1), path)
        parts.append(part)
        room -= len(part) + 2
    return kind.name + '(' + ', '.join(parts) + ')'


def show_fraction(v, depth, room, path):
    values = dict(attributes_of(v, kinds[id(type_of(v))]))
    top, bottom = values.get('_numerator'), values.get('_denominator')
    if type(top) is int and type(bottom) is int:
        return cut('Fraction(' + show_int(top, 0, room, ()) + ', ' + show_int(bottom, 0, room, ()) + ')', room)
    return 'Fraction(…)'


def show_path(v, depth, room, path):
    values = dict(attributes_of(v, kinds[id(type_of(v))]))
    raw, parts = values.get('_raw_paths'), values.get('_parts')
    if type(raw) is list and is_flat(raw):
        text = '/'.join(raw)
    elif type(parts) is list and is_flat(parts):
        root = plain_text(values.get('_drv', '')) + plain_text(values.get('_root', ''))
        text = root + '/'.join(parts[1:] if root else parts)
    else:
        return type_name_of(type(v)) + '(…)'
    return cut(type_name_of(type(v)) + '(' + repr(text) + ')', room)


def show_moment(v, depth, room, path):
    """A time with a time zone of the program's own would run its code."""
    return show_opaque(v, depth, room, path) if v.tzinfo is not None and type(v.tzinfo).__module__ != 'datetime' else cut(repr(v), room)


def show_slice(v, depth, room, path):
    return cut('slice(' + ', '.join([show(x, depth - 1, room, path) for x in (v.start, v.stop, v.step)]) + ')', room)


def show_ordered(v, depth, room, path):
    """A dictionary of the library with its own order or default."""
    return dict_text(kinds[id(type_of(v))].detail(v), dict_len(v), id(v), type_name_of(type(v)) + '({', '})', depth, room, path)


list_len, tuple_len, dict_len = list.__len__, tuple.__len__, dict.__len__
list_slice, tuple_slice, dict_items = list.__getitem__, tuple.__getitem__, dict.items
module_dict_of = Module.__dict__['__dict__'].__get__

kinds = {}
atom_ids = set()

# Types of the library that are written in C and whose own text neither runs code of the program nor shows an address.
C_REPR = {
    ('datetime', 'date'), ('datetime', 'timedelta'), ('datetime', 'timezone'), ('decimal', 'Decimal'),
    ('re', 'Pattern'), ('re', 'Match'), ('array', 'array'),
}


def add_kind(of, kind, shower):
    known = Kind(of, kind, shower)
    kinds[id(of)] = known
    return known


def add_known_kinds():
    for of in (float, bool, type(None), type(...), type(NotImplemented), complex, range):
        add_kind(of, ATOM, show_repr)
    add_kind(int, ATOM, show_int)
    add_kind(str, ATOM, show_str)
    add_kind(bytes, ATOM, show_str)
    atom_ids.update(kinds)
    add_kind(bytearray, TEXT, show_str)
    add_kind(list, LIST, show_list)
    add_kind(tuple, TUPLE, show_tuple)
    add_kind(set, SET, show_set)
    add_kind(frozenset, FIXED, show_frozenset)
    add_kind(dict, DICT, show_dict)
    add_kind(slice, FIXED, show_slice)
    add_kind(Function, CODE, show_function)
    add_kind(Builtin, CODE, show_builtin)
    add_kind(BoundMethod, FIXED, show_method)
    add_kind(Module, CODE, show_module)
    add_kind(type, CODE, show_class)
    add_kind(Generator, FIXED, show_named)
    add_kind(AsyncGenerator, FIXED, show_named)
    for view in (type({}.keys()), type({}.values()), type({}.items())):
        add_kind(view, FIXED, show_view)


def kind_of(of):
    """Decides once how values of a type are shown, looking only at class dictionaries at C level."""
    mro = type_mro_of(of)
    name = type_name_of(of)
    if mro is None:
        return add_kind(of, FIXED, show_opaque)
    module = module_of(of)
    if inherits(of, type):
        return add_kind(of, CODE, show_class)
    if inherits(of, BaseException):
        return add_kind(of, OBJECT, show_exception)
    if not type_flags_of(of) & HEAP_TYPE or is_library_c(of, mro):
        return library_kind(of, name, module)
    meta = type(of)
    if type_name_of(meta) in ('EnumMeta', 'EnumType') and module_of(meta) == 'enum':
        known = add_kind(of, FIXED, show_enum)
        describe_layout(known, mro)
        return known
    return object_kind(of, mro)


def is_library_c(of, mro):
    """Heap types of C modules have no dictionary of their own and no Python function in their class dictionary."""
    own = type_dict_of(of)
    return '__dict__' not in own and '__weakref__' not in own and '__slots__' not in own and '__module__' in own and not any(
        type(x) is Function for x in own.values()) and all(
        not type_flags_of(base) & HEAP_TYPE for base in mro[1:])


def library_kind(of, name, module):
    short = name.rpartition('.')[2]
    if (module, short) in C_REPR:
        return add_kind(of, FIXED, show_repr)
    if (module, short) == ('datetime', 'datetime') or (module, short) == ('datetime', 'time'):
        return add_kind(of, FIXED, show_moment)
    if short == 'deque' and module == 'collections':
        return add_kind(of, STATIC, show_deque)
    if short in ('OrderedDict', 'defaultdict') and module == 'collections':
        known = add_kind(of, STATIC, show_ordered)
        known.detail = type_dict_of(of).get('items') or dict_items
        known.name = short
        return known
    if short == 'SimpleNamespace' and module == 'types':
        known = add_kind(of, OBJECT, show_object)
        known.getdict = type_dict_of(of)['__dict__'].__get__
        return known
    if hasattr_c(of, '__qualname__') and short in ('coroutine', 'generator', 'async_generator'):
        return add_kind(of, FIXED, show_named)
    return add_kind(of, FIXED, show_opaque)


def hasattr_c(of, name):
    return type(type_dict_of(of).get(name)) in (Getset, Member)


BASES = (
    (list, lambda v, d, r, p: show_list(v, d, r, p)),
    (dict, lambda v, d, r, p: show_dict(v, d, r, p)),
    (tuple, lambda v, d, r, p: show_tuple(v, d, r, p)),
    (set, lambda v, d, r, p: show_set(v, d, r, p)),
    (frozenset, lambda v, d, r, p: show_frozenset(v, d, r, p)),
    (bool, lambda v, d, r, p: repr(bool.__or__(v, False))),
    (int, lambda v, d, r, p: show_int(int.__add__(v, 0), d, r, p)),
    (float, lambda v, d, r, p: show_repr(float.__add__(v, 0.0), d, r, p)),
    (str, lambda v, d, r, p: show_str(str.__getitem__(v, slice(0, r + 1)), d, r, p)),
    (bytes, lambda v, d, r, p: show_str(bytes.__getitem__(v, slice(0, r + 1)), d, r, p)),
)


# Classes of the library that hold plain data; all others keep locks, descriptors and process numbers and stay closed.
OPEN_LIBRARY = frozenset((
    ('argparse', 'Namespace'), ('collections', 'Counter'), ('collections', 'ChainMap'), ('collections', 'UserDict'),
    ('collections', 'UserList'), ('collections', 'UserString'), ('fractions', 'Fraction'), ('string', 'Template'), ('uuid', 'UUID'),
))


def is_foreign(of):
    """Whether a class was made by a module that is not the program's."""
    module = module_of(of)
    if module is None or module == '__main__':
        return False
    loaded = sys.modules.get(module)
    file = module_dict_of(loaded).get('__file__') if type(loaded) is Module else None
    return type(file) is str and not file.startswith(work_folder) or module in sys.builtin_module_names


def object_kind(of, mro):
    foreign = [owner for owner in mro if type_flags_of(owner) & HEAP_TYPE and is_foreign(owner)]
    known = add_kind(of, OBJECT, show_object)
    describe_layout(known, mro)
    if foreign:
        known.private = True
        if foreign[0] is of and (module_of(of), known.name) not in OPEN_LIBRARY and not module_of(of).startswith('pathlib'):
            known.show = show_opaque
            known.kind = FIXED
            return known
    for base, shower in BASES:
        if inherits(of, base):
            known.base = shower
            break
    if inherits(of, tuple):
        for owner in mro:
            fields = type_dict_of(owner).get('_fields')
            if type(fields) is tuple and all(type(f) is str for f in fields):
                known.detail = fields
                known.show = show_namedtuple
                known.kind = FIXED if known.getdict is None else OBJECT
                break
    elif known.name == 'Fraction' and module_of(of) == 'fractions':
        known.show = show_fraction
        known.kind = FIXED
    elif module_of(of) in ('pathlib', 'pathlib._local') and known.name.endswith('Path'):
        known.show = show_path
        known.kind = FIXED
    return known


def describe_layout(known, mro):
    slots = []
    for owner in mro:
        if not type_flags_of(owner) & HEAP_TYPE:
            continue
        for name, entry in type_dict_of(owner).items():
            if type(entry) is Member and type(name) is str and name != '__weakref__':
                slots.append((name, entry))
            elif name == '__dict__' and type(entry) is Getset:
                known.getdict = entry.__get__
    known.slots = tuple(slots)


def show(v, depth, room, path):
    of = type_of(v)
    known = kinds.get(id(of))
    if known is None:
        known = kind_of(of)
    return known.show(v, depth, room, path)


def show_safely(v, known):
    """The text of a variable's value. A value in a state its type does not allow is shown by its type alone."""
    try:
        return known.show(v, max_depth, max_characters, ())
    except Exception:
        return '<' + known.name + '>'


def length_of(v, of):
    """Full length of a cut value, at C level; None when it has none."""
    for base in (str, bytes, bytearray, list, tuple, dict, set, frozenset):
        if inherits(of, base):
            return base.__len__(v)
    if of is int:
        return None
    return len(v) if kinds[id(of)].kind == STATIC and kinds[id(of)].show is show_deque else None


# ---- aliases --------------------------------------------------------------------------------------------------------

class Alias:
    """The number of a mutable object. Valid while a weak reference, or a variable seen to hold it, keeps it alive."""

    __slots__ = ('number', 'holders', 'weak')


aliases = {}
alias_numbers = count(1)


def bind_alias(v, key):
    entry = aliases.get(key)
    if entry is None or (entry.weak is not None and entry.weak() is not v):
        entry = Alias()
        entry.number = next(alias_numbers)
        entry.holders = 0
        try:
            entry.weak = _weakref.ref(v)
        except TypeError:
            entry.weak = None
        aliases[key] = entry
    entry.holders += 1
    return entry.number


def release_alias(key):
    entry = aliases.get(key)
    if entry is not None:
        entry.holders -= 1
        if entry.holders <= 0 and (entry.weak is None or entry.weak() is None):
            del aliases[key]


# ---- what a code object looks like ----------------------------------------------------------------------------------

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


# ---- exception handlers, by line ------------------------------------------------------------------------------------

handler_maps = {}


def handlers_of(filename):
    """For a file: line → the `except` line whose body holds it (innermost), and the set of `except` lines."""
    found = handler_maps.get(filename)
    if found is None:
        bodies, heads = {}, set()
        try:
            with open(filename, 'rb') as source:
                tree = compile(source.read(), filename, 'exec', 0x400, True)
            collect_handlers(tree, bodies, heads)
        except Exception:
            pass
        found = handler_maps[filename] = (bodies, heads)
    return found


def collect_handlers(tree, bodies, heads):
    pending = [tree]
    while pending:
        node = pending.pop()
        for name in node._fields:
            value = getattr(node, name, None)
            children = value if type(value) is list else (value,)
            pending_children = [c for c in children if hasattr(c, '_fields')]
            pending.extend(pending_children)
        if type_name_of(type(node)) == 'ExceptHandler':
            heads.add(node.lineno)
            for line in range(node.lineno + 1, (getattr(node, 'end_lineno', None) or node.lineno) + 1):
                if bodies.get(line, 0) < node.lineno:
                    bodies[line] = node.lineno


def exception_items(value, of):
    name = escape(kind_name(of))
    return SEP + name + SEP + escape(exception_message(value, of))


def kind_name(of):
    known = kinds.get(id(of)) or kind_of(of)
    return known.name


def exception_message(value, of):
    """The message without running code of the program."""
    args = exception_args_of(value) if isinstance_c(value, BaseException) else ()
    if type(args) is not tuple or not args:
        return ''
    if all(id(type_of(a)) in atom_ids for a in args) and not defines_str(of):
        try:
            text = native_str(of)(value)
        except Exception:
            text = None
        if type(text) is str:
            return cut(text[:max_characters + 1], max_characters).encode('utf-8', 'backslashreplace').decode()
    if len(args) == 1 and type(args[0]) is str:
        return cut(args[0][:max_characters + 1], max_characters).encode('utf-8', 'backslashreplace').decode()
    if len(args) == 1:
        return show(args[0], max_depth, max_characters, ())
    return show(args, max_depth, max_characters, ())


def isinstance_c(value, base):
    return inherits(type_of(value), base)


def defines_str(of):
    for owner in type_mro_of(of):
        if '__str__' in type_dict_of(owner):
            return bool(type_flags_of(owner) & HEAP_TYPE)
    return True


def native_str(of):
    for owner in type_mro_of(of):
        if '__str__' in type_dict_of(owner):
            return type_dict_of(owner)['__str__']
    return BaseException.__str__


# ---- threads and frames ---------------------------------------------------------------------------------------------

thread_numbers = count(1)
frame_numbers = count(1)
threads = {}
clock = 0
HIDDEN = frozenset((
    '__name__', '__doc__', '__package__', '__loader__', '__spec__', '__annotations__', '__builtins__', '__file__', '__cached__',
    '__module__', '__qualname__', '__classcell__', '__firstlineno__', '__static_attributes__', '__conditional_annotations__',
    '__annotate__', '__annotate_func__', '__class__', '__classdict__', '__type_params__', '.type_params',
))


class Thread:
    """One thread of the program: its number, how deep its traced frames are nested, what is unwinding in it."""

    __slots__ = ('number', 'tag', 'depth', 'stack', 'unwinding', 'calls', 'lost')

    def __init__(self):
        self.number = next(thread_numbers)
        self.tag = '' if self.number == 1 else SEP + 'h' + SEP + str(self.number)
        self.depth = 0
        self.stack = []
        self.unwinding = 0
        self.calls = 0
        self.lost = None

    def on_call(self, frame, event, arg):
        """The global trace function: every call of a Python function in this thread comes here."""
        global clock
        clock += 1
        code = frame.f_code
        file = files.get(code.co_filename, MISSING)
        if file is MISSING:
            file = classify_file(frame)
        if file is None:
            return self.foreign_call(frame, code)
        if not recording:
            real_settrace(None)
            return None
        trace = frame.f_trace
        if trace is not None and type(trace) is BoundMethod and type(trace.__self__) is Frame:
            state = trace.__self__
            state.thread = self
        else:
            if self.depth > depth_gate and is_too_deep():
                self.refuse_call(frame)
            state = Frame(self, info_of(code, file))
            trace = state.on_event
        self.stack.append(state)
        try:
            state.on_enter(frame)
        except Exception as error:
            self.on_failure(error, None)
        self.depth += 1
        return trace

    def on_failure(self, error, frame):
        """An exception inside the tracer: a signal handler's goes to the program, the tracer's own spoils the trace."""
        at = error.__traceback__
        while at is not None:
            if at.tb_frame.f_code.co_filename != OWN_NAME:
                self.lost = frame
                sys.setprofile(self.revive)
                raise error
            at = at.tb_next
        break_off(type(error))

    def foreign_call(self, frame, code):
        if code.co_filename is OWN_NAME:
            return None
        self.calls += 1
        if not self.calls & 15 and probe_limit and is_too_deep():
            raise RecursionError('maximum recursion depth exceeded')
        if code.co_name == 'start' and code.co_filename == threading_file:
            before_thread_start(frame)
        return None

    def refuse_call(self, frame):
        """Ends a call that goes deeper than the program's own recursion limit, as the interpreter would."""
        global spoiled_traceback
        error = RecursionError('maximum recursion depth exceeded')
        if self.stack:
            caller = self.stack[-1]
            back = frame.f_back
            if back is not None and back.f_code is caller.info.code:
                caller.pending = id(error)
                caller.pending_error = SEP + 'RecursionError' + SEP + 'maximum recursion depth exceeded'
                caller.head = 0
                flush_output()
                write('x' + SEP + caller.prefix + str(back.f_lineno) + caller.pending_error + caller.tags)
                self.unwinding = id(error)
        spoiled_traceback = frame
        sys.setprofile(self.revive)
        raise error

    def revive(self, frame, event, arg):
        """A trace function that raises is switched off by the interpreter; the next profile event switches it on again."""
        sys.setprofile(None)
        real_settrace(self.on_call)
        if self.lost is not None:
            self.lost.f_trace = self.stack[-1].on_event if self.stack else None
            self.lost = None
        trace = frame.f_trace
        if event == 'return' and type(trace) is BoundMethod and type(trace.__self__) is Frame:
            trace(frame, 'return', arg)


class Frame:
    """One frame of the program: what was last shown of its variables."""

    __slots__ = (
        'thread', 'info', 'number', 'prefix', 'tags', 'held', 'ids', 'texts', 'snaps', 'seen', 'at', 'pending', 'pending_error',
        'head', 'last_line', 'handled')

    def __init__(self, thread, info):
        self.thread = thread
        self.info = info
        self.number = next(frame_numbers)
        self.prefix = str(self.number) + SEP
        self.tags = (SEP + 'f' + SEP + info.file if info.file else '') + thread.tag
        self.held = {}
        self.ids = {}
        self.texts = {}
        self.snaps = {}
        self.seen = -1
        self.at = 0
        self.pending = 0
        self.pending_error = ''
        self.head = 0
        self.last_line = 0
        self.handled = 0

    def on_enter(self, frame):
        if output:
            flush_output()
        self.pending = 0
        self.thread.unwinding = 0
        self.at = frame.f_lasti if frame.f_lasti > 0 else 0
        if self.info.name == '<module>' and not self.texts:
            for name, value in list(frame.f_globals.items()):
                if name in HIDDEN:
                    self.held[name] = value
                    self.texts[name] = ''
        changes = self.changes(frame)
        write('c' + SEP + self.prefix + str(self.thread.depth) + SEP + str(frame.f_lineno or 1) + SEP + self.info.name + changes + self.tags)

    def on_event(self, frame, event, arg):
        """The local trace function."""
        try:
            if event == 'line':
                self.on_line(frame)
            elif event == 'return':
                self.on_return(frame, arg)
            elif event == 'exception':
                self.on_exception(frame, arg)
        except Exception as error:
            self.thread.on_failure(error, frame)

    def on_line(self, frame):
        global clock
        if output:
            flush_output()
        effect = self.info.effects.get(self.at)
        if effect is None:
            effect = self.info.effect(self.at)
        if effect is IMPURE:
            clock += 1
        elif effect:
            held = self.held
            for name in effect:
                if name not in held:
                    clock += 1
                    break
        self.at = frame.f_lasti
        line = frame.f_lineno
        if self.pending:
            self.on_line_while_raising(frame, line)
        elif self.handled:
            self.on_line_after_catch(line)
        self.thread.unwinding = 0
        self.last_line = line
        write('l' + SEP + self.prefix + str(line) + self.changes(frame) + self.tags)

    def on_return(self, frame, arg):
        global clock
        clock += 1
        if output:
            flush_output()
        thread = self.thread
        thread.depth -= 1
        if thread.stack and thread.stack[-1] is self:
            thread.stack.pop()
        op = self.info.leaving_op(frame.f_lasti)
        left = op not in RETURN_OPS and (op not in YIELD_OPS or self.pending != 0)
        paused = not left and op not in RETURN_OPS
        if not left and self.pending and not paused:
            self.caught(self.head or self.last_line)
        changes = self.changes(frame)
        if left:
            thread.unwinding = self.pending or self.handled
            outcome = SEP + 'u'
        else:
            thread.unwinding = 0
            outcome = '' if self.info.name == '<module>' else value_item(arg)
        write('r' + SEP + self.prefix + str(frame.f_lineno) + changes + outcome + self.tags)
        if not paused:
            for key in self.ids.values():
                release_alias(key)
            self.ids.clear()

    def on_exception(self, frame, arg):
        global spoiled_traceback
        of, value, traceback = arg
        if spoiled_traceback is not None:
            drop_refused_call(traceback, spoiled_traceback)
            spoiled_traceback = None
        key = id(value)
        thread = self.thread
        if value is None or not isinstance_c(value, BaseException):
            error = SEP + escape(kind_name(of)) + SEP
        else:
            error = exception_items(value, type_of(value))
        op = self.info.ops[frame.f_lasti] if frame.f_lasti >= 0 else -1
        swallowed = op in SWALLOW_OPS and (of is StopIteration or of is StopAsyncIteration)
        if thread.unwinding != key:
            if swallowed:
                return
            if output:
                flush_output()
            write('x' + SEP + self.prefix + str(frame.f_lineno) + error + self.changes(frame) + self.tags)
        thread.unwinding = key
        self.pending = key
        self.pending_error = error
        self.head = 0
        self.last_line = frame.f_lineno
        if swallowed:
            self.caught(frame.f_lineno)

    def on_line_while_raising(self, frame, line):
        """Between a raise and its catch: decides whether the exception was caught, and where."""
        current = sys.exc_info()[1]
        bodies, heads = handlers_of(self.info.code.co_filename)
        if current is None or id(current) != self.pending:
            if self.info.ops[frame.f_lasti] != PUSH_EXC_INFO:
                self.caught(self.head or self.last_line)
        elif line in heads:
            self.head = line
        elif line in bodies:
            self.caught(self.head or bodies[line])

    def on_line_after_catch(self, line):
        """A bare raise tells no trace function; but an `except` line is reached only while its exception is looked at."""
        if line in handlers_of(self.info.code.co_filename)[1] and id(sys.exc_info()[1]) == self.handled:
            self.pending = self.handled
            self.head = line

    def caught(self, line):
        self.handled = self.pending
        self.pending = 0
        self.thread.unwinding = 0
        write('k' + SEP + self.prefix + str(line) + self.pending_error + self.tags)

    def changes(self, frame):
        """Items for what changed since the frame's last event."""
        variables = frame.f_locals
        if type_of(variables) is dict:
            pairs = variables.items()
        elif isinstance_c(variables, dict):
            pairs = list(dict_items(variables))
            variables = dict(pairs)
        elif type_name_of(type_of(variables)) == 'FrameLocalsProxy':
            variables = dict(variables)
            pairs = variables.items()
        else:
            return ''
        now = clock
        full = now != self.seen
        self.seen = now
        held = self.held
        get_held = held.get
        ids = self.ids
        get_id = ids.get
        out = ''
        try:
            for name, v in pairs:
                if get_held(name, MISSING) is v:
                    continue
                if not full and get_id(name) == id(v):
                    continue
                out += self.change(name, v)
        except RuntimeError:
            self.seen = -1
        texts = self.texts
        if len(texts) != len(variables):
            for name in [n for n in texts if n not in variables]:
                del texts[name]
                self.forget(name)
                if type(name) is str and name not in HIDDEN and name[:1] != '.':
                    out += SEP + '-' + name
        return out

    def forget(self, name):
        self.held.pop(name, None)
        self.snaps.pop(name, None)
        key = self.ids.pop(name, None)
        if key is not None:
            release_alias(key)

    def change(self, name, v):
        """The item for one variable, or '' when what is shown stays the same."""
        global was_cut
        of = type_of(v)
        known = kinds.get(id(of))
        if known is None:
            known = kind_of(of)
        if type_of(name) is not str or name in HIDDEN or name[:1] == '.':
            self.held[name] = v
            self.texts[name] = ''
            return ''
        if known.held:
            if name in self.ids or name in self.snaps:
                self.forget(name)
            self.held[name] = v
            was_cut = False
            text = show_safely(v, known)
            item = variable_item(name, known, text, v, 0)
        else:
            key = id(v)
            number = 0
            same = self.ids.get(name) == key
            if same:
                snap = self.snaps.get(name)
                if snap is not None and snap[0] is of and is_same(v, known.kind, snap):
                    return ''
            else:
                if name in self.held or name in self.ids:
                    self.forget(name)
                self.ids[name] = key
                if known.kind in ALIASED:
                    bind_alias(v, key)
                else:
                    self.ids[name] = key
            if known.kind in ALIASED:
                entry = aliases.get(key)
                number = entry.number if entry is not None else 0
            was_cut = False
            text = show_safely(v, known)
            item = variable_item(name, known, text, v, number)
            snap = snapshot(v, known, of)
            if snap is not None:
                self.snaps[name] = snap
            else:
                self.snaps.pop(name, None)
        if self.texts.get(name) == item:
            return ''
        self.texts[name] = item
        return item


ALIASED = frozenset((LIST, SET, DICT, OBJECT, TEXT, STATIC))


def snapshot(v, known, of):
    """For a collection of plain values: what is needed to see that it is unchanged. Keeps no object of the program alive."""
    kind = known.kind
    if kind == LIST:
        part = v[:max_items + 1]
        return (of, len(v), part) if is_flat(part) else None
    if kind == DICT and len(v) <= max_items:
        values = list(v.values())
        return (of, len(v), values, list(v)) if is_flat(values) and is_flat(v) else None
    if kind == TUPLE and is_flat(v):
        return (of, len(v), v)
    return None


def is_same(v, kind, snap):
    if len(v) != snap[1]:
        return False
    if kind == LIST:
        return all(map(is_, v, snap[2]))
    if kind == DICT:
        return all(map(is_, v.values(), snap[2])) and all(map(is_, v, snap[3]))
    return kind == TUPLE and v is snap[2]


from _operator import is_


def variable_item(name, known, text, v, number):
    if not name.isidentifier():
        name = escape(name)
    if len(text) > max_characters:
        text = cut(text, max_characters)
    length = length_of(v, known.type) if was_cut else None
    if number or length is not None:
        return '\x1f~%s\x1f%s\x1f%s\x1f%s\x1f%s' % (
            name, known.name, escape(text), number or '', '' if length is None else length)
    return SEP + '=' + name + SEP + known.name + SEP + escape(text)


def value_item(v):
    global was_cut
    of = type_of(v)
    known = kinds.get(id(of))
    if known is None:
        known = kind_of(of)
    was_cut = False
    text = show_safely(v, known)
    if len(text) > max_characters:
        text = cut(text, max_characters)
    entry = aliases.get(id(v)) if known.kind in ALIASED else None
    if entry is not None and entry.weak is not None and entry.weak() is not v:
        entry = None
    length = length_of(v, of) if was_cut else None
    if entry is None and length is None:
        return SEP + '>' + SEP + known.name + SEP + escape(text)
    return '\x1f^\x1f%s\x1f%s\x1f%s\x1f%s' % (
        known.name, escape(text), entry.number if entry else '', '' if length is None else length)


def drop_refused_call(traceback, frame):
    """Takes the frame of a call that went too deep, and what lies below it, out of a traceback."""
    while traceback is not None:
        following = traceback.tb_next
        if following is not None and following.tb_frame is frame:
            traceback.tb_next = None
            return
        traceback = following


# ---- which files are traced -----------------------------------------------------------------------------------------

files = {}
main_file = None
work_folder = None
threading_file = None
spoiled_traceback = None
OWN_NAME = write.__code__.co_filename


def classify_file(frame):
    """None: not the program's. '': the main file. Else the path from the main file's folder."""
    global threading_file
    filename = frame.f_code.co_filename
    if main_file is None:
        if frame.f_code.co_name == '<module>' and frame.f_back is None and frame.f_globals.get('__name__') == '__main__':
            start_program(frame)
            return files[filename]
        return None
    kind = None
    if filename.startswith(work_folder) and len(filename) > len(work_folder):
        kind = filename[len(work_folder):]
    elif frame.f_globals.get('__name__') == 'threading' and frame.f_code.co_name != '<lambda>':
        threading_file = filename
    files[filename] = kind
    return kind


def start_program(frame):
    """The program's first frame: from here on it must find nothing of the tracer."""
    global main_file, work_folder, recording
    main_file = frame.f_code.co_filename
    work_folder = os.path.dirname(os.path.abspath(main_file)) + '/'
    files[main_file] = ''
    files[OWN_NAME] = None
    recording = True
    measure_depth()
    hide()
    hook_streams()


def hide():
    for name in loaded_here:
        sys.modules.pop(name, None)
    sys.modules.pop('sitecustomize', None)
    folder = os.environ.pop('PYTHONPATH', None)
    for name in [n for n in os.environ if n.startswith('CODEALCHEMY_')]:
        del os.environ[name]
    for entry in (folder or '').split(':'):
        if entry in sys.path:
            sys.path.remove(entry)
        sys.path_importer_cache.pop(entry, None)
    try:
        import sitecustomize  # the machine's own, which this one stood in for
    except ImportError:
        pass


def before_thread_start(frame):
    """threading.Thread.start was called: threads begun by it are traced from their first frame."""
    module = frame.f_globals
    if '_trace_hook' in module:
        module['_trace_hook'] = on_new_thread
        sys.setswitchinterval(0.1)


def on_new_thread(frame, event, arg):
    """First call in a new thread: gives it its number and a global trace function of its own."""
    if not recording:
        real_settrace(None)
        return None
    thread = Thread()
    threads[_thread.get_ident()] = thread
    flush_output()
    write('t' + SEP + str(thread.number) + SEP + 'start')
    real_settrace(thread.on_call)
    local = thread.on_call(frame, event, arg)

    def on_root(frame, event, arg):
        if local is not None:
            local(frame, event, arg)
        if event == 'return':
            write('t' + SEP + str(thread.number) + SEP + 'end')
        return None

    if local is None:
        frame.f_trace_lines = False
    return on_root


# ---- recursion ------------------------------------------------------------------------------------------------------

HEADROOM = 150
real_setrecursionlimit = sys.setrecursionlimit
program_limit = sys.getrecursionlimit()
depth_offset = 0
depth_gate = 0
probe_limit = 0


def measured_depth():
    try:
        real_setrecursionlimit(1)
    except RecursionError as error:
        return int(str(error).rpartition('depth ')[2].partition(':')[0])
    return 1


def measure_depth():
    """How much deeper the interpreter counts inside is_too_deep than in the program's frame that was just called."""
    global depth_offset
    depth_offset = measured_depth() - 3
    apply_limit(program_limit)


def apply_limit(limit):
    global program_limit, depth_gate, probe_limit
    program_limit = limit
    depth_gate = limit // 6 - 10
    probe_limit = limit + depth_offset + probe_slack(limit)
    real_setrecursionlimit(probe_limit + HEADROOM)


def probe_slack(limit):
    """Before 3.9 the interpreter refuses a limit that lies less than a mark above the depth, not less than the depth."""
    if sys.version_info >= (3, 9):
        return 0
    return 50 if limit > 200 else limit // 3


def is_too_deep():
    try:
        real_setrecursionlimit(probe_limit)
    except RecursionError:
        return True
    real_setrecursionlimit(probe_limit + HEADROOM)
    return False


def setrecursionlimit(limit, /):
    if type(limit) is not int:
        limit = limit.__index__()
    if limit < 1:
        raise ValueError('recursion limit must be greater or equal than 1')
    depth = measured_depth() - 2
    if depth >= limit:
        raise RecursionError('cannot set the recursion limit to %d at the recursion depth %d: the limit is too low' % (limit, depth))
    apply_limit(limit)


def getrecursionlimit():
    return program_limit


# ---- the program's own use of trace functions -----------------------------------------------------------------------

real_settrace = sys.settrace
program_traces = {}


def settrace(function, /):
    key = _thread.get_ident()
    thread = threads.get(key)
    if thread is None or not recording:
        program_traces.pop(key, None)
        real_settrace(function)
    elif function is None:
        program_traces.pop(key, None)
        real_settrace(thread.on_call)
    else:
        program_traces[key] = function
        real_settrace(together(thread.on_call, function))


def gettrace():
    return program_traces.get(_thread.get_ident())


def together(ours, theirs):
    """Calls both trace functions, each with its own local one."""
    def on_call(frame, event, arg):
        if frame.f_code.co_filename is OWN_NAME:
            return None
        first = ours(frame, event, arg)
        second = theirs(frame, event, arg)
        if first is None:
            return second
        if second is None:
            return first

        def on_event(frame, event, arg):
            nonlocal second
            first(frame, event, arg)
            if second is not None:
                second = second(frame, event, arg)

        return on_event

    return on_call


# ---- output and input -----------------------------------------------------------------------------------------------

output = []
output_to = 0
hooked = []
in_text_layer = 0


def flush_output():
    """Writes what was printed since the last event as one record."""
    global output
    if output and recording:
        parts, output = output, []
        write_chunk('o', output_to, b''.join(parts))


def write_chunk(kind, descriptor, data):
    data = data.replace(b'\x10', b'\x10\x50').replace(b'\x1f', b'\x10\x5f')
    if events_left <= 0 or bytes_left < len(data) + 32:
        return write(kind)
    raw_write(b'%b\x1f%d\x1f%b' % (kind.encode(), descriptor, data))


def raw_write(data):
    global events_left, bytes_left
    events_left -= 1
    bytes_left -= len(data) + 9
    wire.write(b'%d:%b,' % (len(data), data))


def printed(descriptor, data):
    global output_to
    if not recording:
        return
    if output and output_to != descriptor:
        flush_output()
    output_to = descriptor
    output.append(data)


def hook_output(stream, descriptor):
    """Instance attributes shadow the write methods: the objects, their types and their buffering stay what they are."""
    if type_name_of(type(stream)) != 'TextIOWrapper':
        return
    buffer = stream.buffer
    text_write, buffer_write = stream.write, buffer.write
    waiting = 0

    def write(s, /):
        nonlocal waiting
        if type(s) is str:
            data = s.encode(stream.encoding, stream.errors)
            waiting += len(data)
            try:
                done = text_write(s)
            except BaseException:
                waiting -= len(data)
                raise
            printed(descriptor, data)
            return done
        return text_write(s)

    def write_bytes(b, /):
        nonlocal waiting
        if waiting and type(b) is bytes and len(b) == waiting:
            waiting = 0
            return buffer_write(b)
        done = buffer_write(b)
        printed(descriptor, bytes(memoryview(b).cast('B')[:done]))
        return done

    stream.write = write
    buffer.write = write_bytes
    hooked.append((stream, buffer))


def unhook_streams():
    for stream, buffer in hooked:
        for holder in (stream, buffer):
            try:
                del holder.write
            except AttributeError:
                pass


def read_input(data):
    if recording and data:
        flush_output()
        if type(data) is str:
            data = data.encode('utf-8', 'surrogateescape')
        write_chunk('i', 0, bytes(data))


def hook_input():
    """Stands in a wrapper over the same buffer for sys.stdin, because iteration can't be shadowed on the instance."""
    import _io
    old = sys.stdin
    if type(old) is not _io.TextIOWrapper:
        return
    encoding, errors, line_buffering = old.encoding, old.errors, old.line_buffering
    buffer = old.detach()

    class TextIOWrapper(_io.TextIOWrapper):
        __module__ = '_io'
        __slots__ = ()

        def readline(self, *args):
            global in_text_layer
            in_text_layer += 1
            try:
                data = base_readline(self, *args)
            finally:
                in_text_layer -= 1
            read_input(data)
            return data

        def read(self, *args):
            global in_text_layer
            in_text_layer += 1
            try:
                data = base_read(self, *args)
            finally:
                in_text_layer -= 1
            read_input(data)
            return data

    base_readline, base_read = _io.TextIOWrapper.readline, _io.TextIOWrapper.read
    stream = TextIOWrapper(buffer, encoding=encoding, errors=errors, line_buffering=line_buffering)
    stream.mode = 'r'
    sys.stdin = sys.__stdin__ = stream
    for name in ('read', 'readline', 'read1'):
        setattr(buffer, name, counted(getattr(buffer, name)))


def counted(method):
    def read(*args):
        data = method(*args)
        if not in_text_layer:
            read_input(data)
        return data
    return read


def hook_streams():
    for stream, descriptor in ((sys.stdout, 1), (sys.stderr, 2)):
        if stream is not None:
            hook_output(stream, descriptor)
    if sys.stdin is not None:
        hook_input()


def after_fork_in_child():
    global recording
    recording = False
    unhook_streams()
    real_settrace(None)


# ---- start ----------------------------------------------------------------------------------------------------------

loaded_here = ()


def begin():
    global max_depth, max_items, max_characters, events_left, bytes_left
    descriptor = os.environ.get('CODEALCHEMY_TRACE_FD')
    if descriptor is None:
        return
    read_limits(os.environ.get('CODEALCHEMY_TRACE_LIMITS', ''))
    max_depth, max_items, max_characters = limits['depth'], limits['items'], limits['characters']
    events_left, bytes_left = limits['events'], limits['bytes']
    open_wire(int(descriptor))
    add_known_kinds()
    os.register_at_fork(after_in_child=after_fork_in_child)
    thread = Thread()
    threads[_thread.get_ident()] = thread
    sys.settrace, sys.gettrace = settrace, gettrace
    sys.setrecursionlimit, sys.getrecursionlimit = setrecursionlimit, getrecursionlimit
    real_settrace(thread.on_call)


loaded_here = ('mmap', 'opcode', '_opcode', '_opcode_metadata')
begin()
