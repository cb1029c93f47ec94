#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int factor = argc > 1 ? atoi(argv[1]) : 1;
    const char *title = argc > 2 ? argv[2] : "none";
    char word[32];
    int value, sum = 0;
    while (scanf("%31s %d", word, &value) == 2)
        sum += value * factor;
    printf("%s: %d\n", title, sum);
    return sum ? 0 : 4;
}
