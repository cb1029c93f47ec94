/*
 * Sum of pairs.
 *
 * Input:
 *   2
 *   1 5
 *   7 8
 *
 * Output:
 *   6
 *   15
 */
#include <stdio.h>

// Input: the number of pairs and then the pairs themselves
// Output: one sum per line

// Sample input 2: 1 4 4
// Output: 8
int main(void)
{
    int n, a, b;
    if (scanf("%d", &n) == 1)
        while (n-- > 0 && scanf("%d %d", &a, &b) == 2)
            printf("%d\n", a + b);
    return 0;
}
