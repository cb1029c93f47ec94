#include <stdio.h>
#include "shapes.h"

struct point { int x, y; };
enum colour { RED };

/* Adds.
   Twice. */
static int add(int a, int b) {
    return a + b; // sum
}

int plain; // not about next
char *next(char *p) { return p + 1; }

int declared(int a);

// First line.
// Second line.
int main(void) {
    return add(1, 2);
}
