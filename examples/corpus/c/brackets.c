/* Checks brackets line by line from standard input. */
#include <stdio.h>
#include <string.h>

#define DEEPEST 32
#define WIDEST 128

enum verdict { GOOD, UNOPENED, MISMATCH, UNCLOSED, TOO_DEEP };

struct result {
    enum verdict verdict;
    int column;
    int deepest;
};

static char partner(char c)
{
    switch (c) {
    case ')':
        return '(';
    case ']':
        return '[';
    case '}':
        return '{';
    default:
        return '\0';
    }
}

static struct result check(const char *line)
{
    char stack[DEEPEST];
    int columns[DEEPEST];
    int depth = 0;
    struct result result = {GOOD, 0, 0};

    for (int i = 0; line[i] != '\0'; i++) {
        char c = line[i];
        if (c == '(' || c == '[' || c == '{') {
            if (depth == DEEPEST) {
                result.verdict = TOO_DEEP;
                result.column = i + 1;
                return result;
            }
            stack[depth] = c;
            columns[depth] = i + 1;
            depth++;
            if (depth > result.deepest)
                result.deepest = depth;
        } else if (partner(c) != '\0') {
            result.column = i + 1;
            if (depth == 0) {
                result.verdict = UNOPENED;
                return result;
            }
            depth--;
            if (stack[depth] != partner(c)) {
                result.verdict = MISMATCH;
                return result;
            }
        }
    }
    result.column = 0;
    if (depth > 0) {
        result.verdict = UNCLOSED;
        result.column = columns[depth - 1];
    }
    return result;
}

int main(void)
{
    static const char *const names[] = {"good", "not opened", "mismatch", "not closed", "too deep"};
    char line[WIDEST];
    int bad = 0;

    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        struct result result = check(line);
        printf("%s: %s", line, names[result.verdict]);
        if (result.column > 0)
            printf(" in column %d", result.column);
        printf(", depth %d\n", result.deepest);
        bad += result.verdict != GOOD;
    }
    return bad > 0;
}
