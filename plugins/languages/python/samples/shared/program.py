class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

    def __repr__(self):
        print("repr must not run")
        return "Node"


row = [0, 0]
grid = [row, row]
alias = grid
row[1] = 5
alias.append([9])
a = Node("a")
b = Node("b")
a.next = b
b.next = a
loop = {}
loop["self"] = loop
tags = {"pear", "apple", "fig"}
tags.add("date")
