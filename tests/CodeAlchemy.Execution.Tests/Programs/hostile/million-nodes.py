# 48: showing stays bounded whatever the size.
# expect: agreed
grid = [[0] * 1000 for _ in range(1000)]
chain = None
for i in range(20000):
    chain = (chain, i) if i < 19990 else chain
tree = {"self": None}
tree["self"] = tree
many = set(range(100000))
for i in range(200):
    grid[i][i] = i
    many.add(-i)
print(len(grid), len(many))
