#include <stdio.h>
#include <string.h>

static int letters(const char *text)
{
    int n = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if ((*p & 0xC0) != 0x80)
            n++;
    return n;
}

int main(void)
{
    const char *greeting = "Grüße, 世界 \"quoted\"\t😀";
    char buffer[64] = "a\\b\n";
    char bell = '\a', quote = '\'';
    float third = 1.0f / 3;
    double tenth = 0.1, big = 1e300, whole = 2;
    unsigned char byte = 200;
    _Bool yes = 1;
    strcat(buffer, "\x1f");
    printf("%d %s\n", letters(greeting), greeting);
    printf("%c%c%.3f%.1f%d%d%g%g", bell, quote, third, tenth, byte, yes, big, whole);
    puts(buffer);
    return 0;
}
