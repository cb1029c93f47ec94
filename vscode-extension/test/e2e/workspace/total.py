def add(a, b):
    c = a + b
    return c


def scale(values, by):
    return [add(value, value * (by - 1)) for value in values]


total = 0
for number in scale([1, 2, 3], 3):
    total = add(total, number)
print("total", total)
