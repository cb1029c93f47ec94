# 53: nothing of the host or the tracer stands in the environment.
# expect: agreed
import os

for name in sorted(os.environ):
    print(name, os.environ[name])
