#include <stdio.h>

static int fibonacci(int n)
{
    if (n < 2)
        return n;
    return fibonacci(n - 1) + fibonacci(n - 2);
}

static long gcd(long a, long b) { return b ? gcd(b, a % b) : a; }

int main(void)
{
    printf("fib %d\n", fibonacci(4));
    long common = gcd(48, 36);
    printf("gcd %ld\n", common);
    return 0;
}
