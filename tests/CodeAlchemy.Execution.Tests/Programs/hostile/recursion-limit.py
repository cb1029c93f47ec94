# 52: the interpreter's own limit stays where it is.
# expect: agreed
import sys

reached = 0


def down(n):
    global reached
    reached = n
    down(n + 1)


print(sys.getrecursionlimit())
try:
    down(1)
except RecursionError as error:
    print(reached, error)
sys.setrecursionlimit(300)
try:
    down(1)
except RecursionError as error:
    print(reached, error)
