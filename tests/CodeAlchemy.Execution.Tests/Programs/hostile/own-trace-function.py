# 46: the program brings a hook of its own, which must be called as ever.
# expect: agreed
# expect-line: 16
import sys

seen = []


def hook(frame, event, arg):
    seen.append(event)
    return hook


def traced(n):
    m = n + 1
    return m


sys.settrace(hook)
traced(1)
sys.settrace(None)
print(seen)
