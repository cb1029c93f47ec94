/* Inverts a small integer matrix by Gauss-Jordan elimination over exact fractions. */
#include <stdio.h>

#define N 3

struct fraction {
    long top;
    long bottom;
};

static long gcd(long a, long b)
{
    while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static struct fraction make(long top, long bottom)
{
    long common = gcd(top, bottom);
    struct fraction result;
    if (bottom < 0) {
        top = -top;
        bottom = -bottom;
    }
    result.top = top / common;
    result.bottom = bottom / common;
    return result;
}

static struct fraction times(struct fraction a, struct fraction b)
{
    return make(a.top * b.top, a.bottom * b.bottom);
}

static struct fraction minus(struct fraction a, struct fraction b)
{
    return make(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

static int invert(struct fraction work[N][2 * N])
{
    for (int column = 0; column < N; column++) {
        int pivot = column;
        while (pivot < N && work[pivot][column].top == 0)
            pivot++;
        if (pivot == N)
            return 0;
        for (int j = 0; j < 2 * N; j++) {
            struct fraction kept = work[column][j];
            work[column][j] = work[pivot][j];
            work[pivot][j] = kept;
        }
        struct fraction scale = make(work[column][column].bottom, work[column][column].top);
        for (int j = 0; j < 2 * N; j++)
            work[column][j] = times(work[column][j], scale);
        for (int row = 0; row < N; row++) {
            if (row == column)
                continue;
            struct fraction factor = work[row][column];
            for (int j = 0; j < 2 * N; j++)
                work[row][j] = minus(work[row][j], times(factor, work[column][j]));
        }
    }
    return 1;
}

static void show(struct fraction value)
{
    if (value.bottom == 1)
        printf("%6ld", value.top);
    else
        printf("%4ld/%ld", value.top, value.bottom);
}

int main(void)
{
    static const int given[N][N] = {{2, 1, 0}, {0, 1, 3}, {1, 0, 1}};
    struct fraction work[N][2 * N];

    for (int i = 0; i < N; i++)
        for (int j = 0; j < 2 * N; j++)
            work[i][j] = make(j < N ? given[i][j] : j - N == i, 1);
    if (!invert(work)) {
        puts("singular");
        return 1;
    }
    for (int i = 0; i < N; i++) {
        for (int j = N; j < 2 * N; j++)
            show(work[i][j]);
        putchar('\n');
    }
    return 0;
}
