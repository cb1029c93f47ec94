#include <stdio.h>

#define SQUARE(x) ((x) * (x))

static const char *classify(int n)
{
    switch (n % 3)
    {
    case 0:
        return "fizz";
    case 1:
    {
        int twice = n * 2;
        if (twice > 10) goto big;
        break;
    }
    default:
        n++;
        /* falls out */
    }
    return "plain";
big:
    return "big";
}

int main(void)
{
    int i = 0, total = 0;
    do
        total += SQUARE(i);
    while (++i < 3);
    for (int k = 0; k < 4; k++) {
        if (k == 1)
            continue;
        else if (k == 3)
            break;
        total -= k;
    }
    for (i = 5; i < 9; i += 2)
        puts(classify(i));
    while (total > 0) total /= 2;
    {
        int i = 42;
        total += i;
    }
    printf("%d %d\n", total, i);
    return total == 42 ? 7 : 1;
}
