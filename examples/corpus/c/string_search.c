/* Finds all places of a word in a text with the failure table of Knuth, Morris and Pratt. */
#include <stdio.h>
#include <string.h>

#define LONGEST 64

static int comparisons;

static int same(char a, char b)
{
    comparisons++;
    return a == b;
}

static void build_table(const char *word, int length, int *table)
{
    int matched = 0;
    table[0] = 0;
    for (int i = 1; i < length; i++) {
        while (matched > 0 && !same(word[i], word[matched]))
            matched = table[matched - 1];
        if (word[i] == word[matched])
            matched++;
        table[i] = matched;
    }
}

static int search(const char *text, const char *word, int *places, int most)
{
    int table[LONGEST];
    int length = (int)strlen(word);
    int matched = 0;
    int found = 0;

    build_table(word, length, table);
    for (int i = 0; text[i] != '\0' && found < most; i++) {
        while (matched > 0 && !same(text[i], word[matched]))
            matched = table[matched - 1];
        if (text[i] == word[matched])
            matched++;
        if (matched == length) {
            places[found++] = i - length + 1;
            matched = table[matched - 1];
        }
    }
    return found;
}

static void report(const char *text, const char *word)
{
    int places[16];
    comparisons = 0;
    int found = search(text, word, places, 16);
    printf("%s: %d time%s", word, found, found == 1 ? "" : "s");
    for (int i = 0; i < found; i++)
        printf("%s%d", i == 0 ? " at " : ", ", places[i]);
    printf(" (%d comparisons)\n", comparisons);
}

int main(void)
{
    const char *text = "abracadabra abrabra";
    report(text, "abra");
    report(text, "bra");
    report(text, "cab");
    return 0;
}
