#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
    double x, y;
} Point;

struct edge;

struct node
{
    int id;
    char label[16];
    Point at;
    unsigned flags : 3;
    struct edge *first;
};

struct edge
{
    struct node *to;
    struct edge *next;
};

static struct node *make(int id, const char *label, double x, double y)
{
    struct node *node = malloc(sizeof *node);
    node->id = id;
    strncpy(node->label, label, sizeof node->label - 1);
    node->at.x = x;
    node->at.y = y;
    return node;
}

static void connect(struct node *from, struct node *to)
{
    struct edge *edge = malloc(sizeof *edge);
    edge->to = to;
    edge->next = from->first;
    from->first = edge;
}

static Point middle(Point a, Point b)
{
    Point m = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    return m;
}

int main(void)
{
    struct node *a = make(1, "start", 0, 0), *b = make(2, "end", 3, 4);
    int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
    const char *words[] = {"one", "two", NULL};
    connect(a, b);
    connect(b, a);
    Point m = middle(a->at, b->at);
    grid[1][2] = (int)(m.x * 10);
    printf("%s %d %.1f\n", words[1], grid[1][2], m.y);
    free(a->first);
    free(b->first);
    free(a);
    free(b);
    return 0;
}
