# 52: as deep as the program says, to the frame.
# expect: event-limit
import sys

sys.setrecursionlimit(200000)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(100000))
