"""Bills of a small shop, with a discount for many pieces."""

MANY = 10
PERCENT = 100


def price(count, each):
    """Price of some pieces in cents, whole ones."""
    if count < 1:
        return 0
    total = count * each
    # Ten or more are cheaper.
    if total > MANY * each:
        discount = total // MANY
        total -= discount
    else:
        total += 1
    return total


def is_many(count):
    return count >= MANY


def bill(lines):
    whole = 0
    pieces = 0
    for count, each in lines:
        whole += price(count, each)
        pieces += count
        print(count, each, whole, is_many(count))
    return whole * PERCENT // pieces


first = bill([(1, 30), (12, 7)])
second = bill([(0, 5), (9, 7)])
print(first, second, price(2, 3), is_many(4))
