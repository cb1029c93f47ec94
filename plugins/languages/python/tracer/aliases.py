# Numbers for mutable objects, so that two names of one object can be told from two equal ones.

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
