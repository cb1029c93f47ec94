# Where exceptions are caught, and their messages without running code of the program.

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
