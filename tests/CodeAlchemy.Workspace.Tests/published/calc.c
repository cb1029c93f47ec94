#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

static int stack[8];
static int depth;

static int push(int value)
{
    if (depth == 8)
        return -1;
    stack[depth++] = value;
    return 0;
}

static int apply(char op)
{
    if (depth < 2)
        return -1;
    int right = stack[--depth], left = stack[--depth];
    if (op == '/' && right == 0)
        return -2;
    return push(op == '+' ? left + right : op == '-' ? left - right : op == '*' ? left * right : left / right);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        int result = isdigit((unsigned char)argv[i][0]) ? push(atoi(argv[i])) : apply(argv[i][0]);
        if (result < 0) {
            fprintf(stderr, "error %d at word %d\n", result, i);
            return 1;
        }
    }
    printf("depth %d top %d\n", depth, depth ? stack[depth - 1] : 0);
    return 0;
}
