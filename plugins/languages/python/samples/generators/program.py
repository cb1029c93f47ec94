def countdown(n):
    try:
        while n:
            sent = yield n
            if sent:
                n = sent
            n -= 1
    finally:
        print("done")


def chained():
    result = yield from countdown(2)
    return result


g = countdown(3)
first = next(g)
jumped = g.send(2)
g.close()
everything = list(chained())
