# Built-in collections, cut by depth, items and characters.

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
