#include <stdio.h>
#include <stdlib.h>

static void last(void) { fputs("bye\n", stdout); }

static void check(int depth)
{
    if (depth == 2) {
        fprintf(stderr, "giving up\n");
        exit(3);
    }
    check(depth + 1);
}

int main(void)
{
    atexit(last);
    putchar('a');
    putchar('\n');
    check(0);
    return 0;
}
