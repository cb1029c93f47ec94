# 49: records on stdout are output and nothing else.
# expect: agreed
print("15:l\x1f1\x1f42\x1f=total\x1fint\x1f15,", end="")
print("z\x1fevents")
