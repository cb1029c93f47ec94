/* Primes by a sieve packed into bits, and the largest gap between two of them. */
#include <stdio.h>
#include <stdlib.h>

#define BITS 8

static int is_set(const unsigned char *bits, int n)
{
    return (bits[n / BITS] >> (n % BITS)) & 1;
}

static void set(unsigned char *bits, int n)
{
    bits[n / BITS] |= (unsigned char)(1 << (n % BITS));
}

static unsigned char *sieve(int limit)
{
    unsigned char *composite = calloc((size_t)(limit / BITS + 1), 1);
    if (composite == NULL)
        exit(3);
    set(composite, 0);
    set(composite, 1);
    for (int n = 2; n * n <= limit; n++) {
        if (is_set(composite, n))
            continue;
        for (int multiple = n * n; multiple <= limit; multiple += n)
            set(composite, multiple);
    }
    return composite;
}

int main(int argc, char **argv)
{
    int limit = argc > 1 ? atoi(argv[1]) : 40;
    if (limit < 2 || limit > 10000) {
        fprintf(stderr, "give a limit from 2 to 10000\n");
        return 2;
    }

    unsigned char *composite = sieve(limit);
    int count = 0;
    int previous = 0;
    int gap = 0;
    int after = 0;
    for (int n = 2; n <= limit; n++) {
        if (is_set(composite, n))
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
    free(composite);
    return 0;
}
