#include <stdio.h>
#include <stdlib.h>

union number
{
    int whole;
    float real;
};

enum color { RED, GREEN = 5 };

static void swap(int *a, int *b)
{
    int old = *a;
    *a = *b;
    *b = old;
}

static int apply(int (*operation)(int, int), int a, int b) { return operation(a, b); }

static int power(int base, int exponent)
{
    int result = 1;
    while (exponent-- > 0)
        result *= base;
    return result;
}

int main(void)
{
    int x = 1, y = 2, *p = &x, **pp = &p, n = 4;
    swap(&x, &y);
    int squares[n];
    for (int i = 0; i < n; i++)
        squares[i] = i * i;
    union number u = {.whole = 7};
    enum color c = GREEN;
    int many[100] = {0};
    static int calls = 10;
    calls++;
    int *heap = malloc(3 * sizeof *heap);
    heap[0] = **pp;
    free(heap);
    void *nothing = NULL;
    printf("%d %d %d %d %d %d %d\n", x, y, squares[3], u.whole, c, apply(power, 2, 5), many[99] + (nothing != NULL) + calls);
    return 0;
}
