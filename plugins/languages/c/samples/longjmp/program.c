#include <setjmp.h>
#include <stdio.h>

static jmp_buf recovery;

static void fail(int code)
{
    if (code > 2)
        longjmp(recovery, code);
    printf("fine %d\n", code);
}

static void work(int n)
{
    for (int i = n; i < n + 5; i++)
        fail(i);
    puts("never");
}

static int after(int value) { return value + 1; }

int main(void)
{
    int code = setjmp(recovery);
    if (code == 0)
        work(1);
    else
        printf("recovered from %d\n", code);
    return after(code);
}
