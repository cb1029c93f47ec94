# Items of records, and cheap ways to see that a value stayed the same.

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
