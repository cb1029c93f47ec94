def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def descend(depth):
    return descend(depth + 1)


print(factorial(4))
try:
    descend(0)
except RecursionError as error:
    print("too deep:", error)
