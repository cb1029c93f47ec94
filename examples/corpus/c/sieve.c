/* Primes by a sieve packed into bits, and the largest gap between two of them. */
#include <stdio.h>
#include <stdlib.h>

#define BITS 8
#define MOST 10000

static unsigned char composite[MOST / BITS + 1];

static int is_set(int n)
{
    return (composite[n / BITS] >> (n % BITS)) & 1;
}

static void set(int n)
{
    composite[n / BITS] |= (unsigned char)(1 << (n % BITS));
}

static void sieve(int limit)
{
    set(0);
    set(1);
    for (int n = 2; n * n <= limit; n++) {
        if (is_set(n))
            continue;
        for (int multiple = n * n; multiple <= limit; multiple += n)
            set(multiple);
    }
}

int main(int argc, char **argv)
{
    int limit = argc > 1 ? atoi(argv[1]) : 40;
    if (limit < 2 || limit > MOST) {
        fprintf(stderr, "give a limit from 2 to %d\n", MOST);
        return 2;
    }

    sieve(limit);
    int count = 0;
    int previous = 0;
    int gap = 0;
    int after = 0;
    for (int n = 2; n <= limit; n++) {
        if (is_set(n))
            continue;
        if (previous != 0 && n - previous > gap) {
            gap = n - previous;
            after = previous;
        }
        previous = n;
        count++;
    }
    printf("%d primes up to %d, the last is %d\n", count, limit, previous);
    if (gap > 0)
        printf("largest gap %d after %d\n", gap, after);
    return 0;
}
