text = "long " * 100
number = 7 ** 400
huge = 1 << 100_000
many = list(range(100))
nested = [[[[[["deep"]]]]]]
pairs = {i: i * i for i in range(50)}
many.append(100)
