# Streams behave: buffering, order of bytes, redirection, re-wrapping.
# expect: agreed
import contextlib
import io
import os
import sys

print("one", end="|")
sys.stdout.write("two|")
sys.stdout.flush()
os.write(1, b"three|")
sys.stdout.buffer.write(b"four|")
sys.stdout.writelines(["five|", "six|"])
with contextlib.redirect_stdout(io.StringIO()) as caught:
    print("hidden")
print(caught.getvalue().strip())
sys.stdout.reconfigure(line_buffering=True)
print("seven")
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding="latin-1")
print("\xe9")
