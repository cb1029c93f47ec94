def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


tick = counter(10)
tick()
tick(5)
makers = [lambda x, k=k: x * k for k in (2, 3)]
products = [makers[0](7), makers[1](7)]
print(products)
