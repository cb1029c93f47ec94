# Functions, classes, objects of the program and values of the library.

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
