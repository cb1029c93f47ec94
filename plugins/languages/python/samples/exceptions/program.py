class Refused(Exception):
    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def inner(n):
    if n > 1:
        raise Refused("too much")
    return n


def middle(n):
    try:
        return inner(n)
    finally:
        n = 0


def outer(n):
    try:
        return middle(n)
    except KeyError:
        return -2
    except Refused as refusal:
        note = refusal.reason
        return -1


def again(text):
    try:
        return int(text)
    except ValueError:
        raise


print(outer(1), outer(2))
try:
    again("x")
except ValueError:
    failed = True
{}["missing"]
