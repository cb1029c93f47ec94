# Decides once per type how its values are shown.

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
