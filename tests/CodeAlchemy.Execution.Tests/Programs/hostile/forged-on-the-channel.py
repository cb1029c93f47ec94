# 49: a record that does not fit refuses the whole trace.
# expect: malformed-trace
import gc

for found in gc.get_objects():
    if type(found) is dict and "wire" in found and "HEADROOM" in found:
        found["wire"].write(b"junk")
        break
print("written")
