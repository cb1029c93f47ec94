// Bills of a small shop, with a discount for many pieces.
#include <cstdio>

constexpr int MANY = 10;
const int PERCENT = 100;

/* Price of some pieces in cents, whole ones. */
static int price(int count, int each)
{
    if (count < 1) {
        return 0;
    }
    int total = count * each;
    // Ten or more are cheaper.
    if (total > MANY * each) {
        int discount = total / MANY;
        total -= discount;
    } else {
        total += 1;
    }
    return total;
}

static bool is_many(int count)
{
    return count >= MANY;
}

static int bill(const int *counts, const int *prices, int lines)
{
    int whole = 0;
    int pieces = 0;
    for (int line = 0; line < lines; line++) {
        whole += price(counts[line], prices[line]);
        pieces += counts[line];
        printf("%d %d %d\n", counts[line], whole, is_many(counts[line]));
    }
    return whole * PERCENT / pieces;
}

int main(void)
{
    int counts[] = {1, 12};
    int prices[] = {30, 7};
    int first = bill(counts, prices, 2);
    printf("%d %d %d\n", first, price(2, 3), is_many(4));
    return 0;
}
