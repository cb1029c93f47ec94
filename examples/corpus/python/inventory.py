"""Stock keeping for a small shop: receive, sell, reorder."""


class OutOfStock(Exception):
    """Raised when more is asked for than there is."""


class Item:
    def __init__(self, name, price, minimum):
        self.name = name
        self.price = price
        self.minimum = minimum
        self.count = 0

    def value(self):
        return self.count * self.price


class Inventory:
    def __init__(self):
        self.items = {}
        self.sold = 0

    def add(self, name, price, minimum=2):
        self.items[name] = Item(name, price, minimum)

    def receive(self, name, count):
        item = self.items[name]
        item.count += count
        return item.count

    def sell(self, name, count):
        item = self.items[name]
        if item.count < count:
            missing = count - item.count
            raise OutOfStock(f"{name}: {missing} missing")
        item.count -= count
        income = count * item.price
        self.sold += income
        return income

    def to_reorder(self):
        names = []
        for name in sorted(self.items):
            item = self.items[name]
            if item.count < item.minimum:
                names.append((name, item.minimum * 2 - item.count))
        return names

    def worth(self):
        return sum(item.value() for item in self.items.values())


def run(orders):
    shop = Inventory()
    shop.add("lamp", 40, minimum=3)
    shop.add("chair", 75)
    shop.add("mug", 6, minimum=10)
    for name, count in (("lamp", 5), ("chair", 2), ("mug", 24)):
        shop.receive(name, count)

    refused = []
    for name, count in orders:
        try:
            income = shop.sell(name, count)
            print(f"sold {count} x {name} for {income}")
        except OutOfStock as problem:
            refused.append(str(problem))

    for line in refused:
        print("refused", line)
    for name, count in shop.to_reorder():
        print("reorder", count, name)
    print("stock worth", shop.worth(), "income", shop.sold)


if __name__ == "__main__":
    run([("lamp", 3), ("mug", 15), ("chair", 3), ("mug", 4)])
