# 47: no method of the program runs when its objects are shown.
# expect: agreed
class Hostile:
    calls = []

    def __init__(self):
        self.value = 1

    def __repr__(self):
        Hostile.calls.append("repr")
        while True:
            pass

    def __str__(self):
        raise SystemExit(9)

    def __len__(self):
        Hostile.calls.append("len")
        return 1 << 40

    def __iter__(self):
        Hostile.calls.append("iter")
        return self

    def __next__(self):
        return 1

    def __hash__(self):
        Hostile.calls.append("hash")
        return 1

    def __eq__(self, other):
        Hostile.calls.append("eq")
        return True

    def __getattribute__(self, name):
        Hostile.calls.append(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        Hostile.calls.append(name)
        return self

    @property
    def __dict__(self):
        Hostile.calls.append("dict")
        return {}

    @property
    def __class__(self):
        Hostile.calls.append("class")
        return int


class Meta(type):
    def __repr__(cls):
        Hostile.calls.append("meta repr")
        return "x"

    def __hash__(cls):
        Hostile.calls.append("meta hash")
        return 1

    def __eq__(cls, other):
        Hostile.calls.append("meta eq")
        return True

    def __instancecheck__(cls, instance):
        Hostile.calls.append("meta instance")
        return True


class Odd(metaclass=Meta):
    pass


class LoudList(list):
    def __iter__(self):
        Hostile.calls.append("list iter")
        return iter(())

    def __len__(self):
        Hostile.calls.append("list len")
        return 0

    def __getitem__(self, index):
        Hostile.calls.append("list item")
        return 0


class LoudDict(dict):
    def items(self):
        Hostile.calls.append("items")
        return []

    def keys(self):
        Hostile.calls.append("keys")
        return []


class LoudText(str):
    def __repr__(self):
        Hostile.calls.append("text")
        return "text" * (1 << 28)


one = Hostile()
odd = Odd()
nested = [one, {1: one}, (odd, Odd)]
loud = LoudList([1, 2, one])
pairs = LoudDict(a=one)
text = LoudText("quiet")


def through(value):
    other = value
    return other


through(one)
through(odd)
through(loud)
print(Hostile.calls)
