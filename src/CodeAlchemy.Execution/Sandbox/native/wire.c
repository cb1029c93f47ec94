#include "wire.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint32_t little_endian(const unsigned char *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

int fields_parse(const char *bytes, size_t length, struct fields *out)
{
    size_t capacity = 0, at = 0;
    *out = (struct fields){ 0 };
    while (at < length) {
        if (length - at < 5)
            return -1;
        uint32_t size = little_endian((const unsigned char *)bytes + at + 1);
        if (size > length - at - 5)
            return -1;
        if (out->count == capacity) {
            capacity = capacity ? capacity * 2 : 64;
            out->items = realloc(out->items, capacity * sizeof *out->items);
            if (!out->items)
                die("out of memory");
        }
        char *copy = malloc((size_t)size + 1);
        if (!copy)
            die("out of memory");
        memcpy(copy, bytes + at + 5, size);
        copy[size] = 0;
        out->items[out->count++] = (struct field){ bytes[at], size, copy };
        at += 5 + (size_t)size;
    }
    return 0;
}

void fields_free(struct fields *fields)
{
    for (size_t i = 0; i < fields->count; i++)
        free(fields->items[i].data);
    free(fields->items);
    *fields = (struct fields){ 0 };
}

const struct field *fields_find(const struct fields *fields, char tag)
{
    for (size_t i = 0; i < fields->count; i++)
        if (fields->items[i].tag == tag)
            return &fields->items[i];
    return NULL;
}

long long fields_number(const struct fields *fields, const char *name, long long otherwise)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < fields->count; i++) {
        const char *text = fields->items[i].data;
        if (fields->items[i].tag == 'n' && !strncmp(text, name, length) && text[length] == '=')
            return strtoll(text + length + 1, NULL, 10);
    }
    return otherwise;
}

char **fields_strings(const struct fields *fields, char tag)
{
    char **list = calloc(fields->count + 1, sizeof *list);
    size_t n = 0;
    if (!list)
        die("out of memory");
    for (size_t i = 0; i < fields->count; i++)
        if (fields->items[i].tag == tag)
            list[n++] = fields->items[i].data;
    return list;
}

int read_all(int fd, void *buffer, size_t length)
{
    char *at = buffer;
    while (length) {
        ssize_t n = read(fd, at, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return -1;
        at += n;
        length -= (size_t)n;
    }
    return 0;
}

int write_all(int fd, const void *buffer, size_t length)
{
    const char *at = buffer;
    while (length) {
        ssize_t n = write(fd, at, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        at += n;
        length -= (size_t)n;
    }
    return 0;
}

void die(const char *what)
{
    dprintf(STDERR_FILENO, "codealchemy-launch: %s: %s\n", what, strerror(errno));
    _exit(125);
}
