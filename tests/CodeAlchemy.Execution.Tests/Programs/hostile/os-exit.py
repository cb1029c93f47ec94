# 51: ends without unwinding; what was recorded stays.
# expect: agreed
# expect-line: 9
import os
import sys

print("out")
sys.stdout.flush()
os._exit(3)
