/*
 * Adds decimal numbers of any length, digit by digit.
 *
 * $ ./big_addition 99999999999999999999 1
 * $ ./big_addition 123456789012345678901234567890 987654321098765432109876543210
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define MOST 256

static int is_number(const char *text)
{
    if (*text == '\0')
        return 0;
    for (; *text != '\0'; text++)
        if (!isdigit((unsigned char)*text))
            return 0;
    return 1;
}

static void add(const char *left, const char *right, char *sum)
{
    char reversed[MOST + 2];
    int i = (int)strlen(left) - 1;
    int j = (int)strlen(right) - 1;
    int count = 0;
    int carry = 0;

    while (i >= 0 || j >= 0 || carry > 0) {
        int digit = carry;
        if (i >= 0)
            digit += left[i--] - '0';
        if (j >= 0)
            digit += right[j--] - '0';
        reversed[count++] = (char)('0' + digit % 10);
        carry = digit / 10;
    }
    if (count == 0)
        reversed[count++] = '0';
    for (int k = 0; k < count; k++)
        sum[k] = reversed[count - 1 - k];
    sum[count] = '\0';
}

static const char *strip(const char *text)
{
    while (text[0] == '0' && text[1] != '\0')
        text++;
    return text;
}

int main(int argc, char **argv)
{
    char total[MOST + 2] = "0";
    char next[MOST + 2];

    for (int k = 1; k < argc; k++) {
        if (!is_number(argv[k]) || strlen(argv[k]) > MOST) {
            printf("%s is not a number\n", argv[k]);
            return 2;
        }
        add(strip(total), strip(argv[k]), next);
        strcpy(total, next);
    }
    printf("%s (%zu digits)\n", strip(total), strlen(strip(total)));
    return 0;
}
