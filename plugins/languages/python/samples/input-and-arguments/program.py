import sys

name = input("name? ")
rest = [line.strip() for line in sys.stdin]
print(f"{name} {rest} {sys.argv[1:]}")
sys.stderr.write("noted\n")
sys.exit(len(rest))
