# 51: what programs look at to find a tracer.
# expect: agreed
import inspect
import os
import sys
import threading

print(sys.gettrace(), threading.stack_size())
print(len(inspect.stack()), sys._getframe().f_back)
print(sorted(name for name in os.environ))
print(sorted(name for name in sys.modules if "trac" in name or "custom" in name or "mmap" in name))
print(type(sys.stdout).__name__, type(sys.stdin).__name__, sys.stdin.fileno(), sys.stdout.fileno())
print(sys.path[1:], sys.argv[1:], __name__, sorted(globals()))
print(sys.getrecursionlimit(), sorted(os.listdir("/proc/self/fd"))[:3])
