# 52: an exception inside a generator, thrown in and out.
# expect: agreed
def numbers():
    try:
        yield 1
        yield 1 // 0
    except ZeroDivisionError:
        yield "caught"
    finally:
        print("closed")


for number in numbers():
    print(number)
other = numbers()
next(other)
try:
    other.throw(KeyError("in"))
except KeyError as error:
    print("out", error)
