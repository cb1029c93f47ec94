#include <stdio.h>

/* Returns only where the search ends: the result of every other call is what the inner one left. */
int find(const int *numbers, int count, int wanted)
{
    if (count == 0)
        return -1;
    if (numbers[count - 1] == wanted)
        return count - 1;
    printf("not at %d\n", count - 1);
    find(numbers, count - 1, wanted);
}

void greet(int times)
{
    while (times-- > 0)
        puts("hello");
}

double half(double value) { return value / 2; }

int main(void)
{
    const int numbers[] = {4, 8, 15, 16};
    int place = find(numbers, 4, 8);
    printf("found at %d\n", place);
    greet(1);
    printf("%.1f\n", half(3));
}
