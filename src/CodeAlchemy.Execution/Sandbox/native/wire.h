/* What host, server and init say to each other, and small helpers they share. */
#ifndef CODEALCHEMY_WIRE_H
#define CODEALCHEMY_WIRE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Descriptors of bwrap and init. Standard error of bwrap is the status pipe, so that its own complaints reach the host. */
enum { FD_STDIN = 0, FD_STDOUT = 1, FD_STATUS = 2, FD_STDERR = 3, FD_CONFIG = 4, FD_TRACE = 5 };

/* A field is a tag, a 32-bit little-endian length, and bytes. */
struct field {
    char tag;
    uint32_t length;
    char *data; /* NUL-terminated copy; the length does not count the NUL */
};

struct fields {
    struct field *items;
    size_t count;
};

/* Splits bytes into fields. Returns -1 when they are cut short. */
int fields_parse(const char *bytes, size_t length, struct fields *out);
void fields_free(struct fields *fields);

/* The first field with this tag, or NULL. */
const struct field *fields_find(const struct fields *fields, char tag);

/* All fields with this tag, ended by NULL; the list is the caller's, the texts are not. */
char **fields_strings(const struct fields *fields, char tag);

/* The value of the setting `name` (a field 'n' that reads name=value), or `otherwise`. */
long long fields_number(const struct fields *fields, const char *name, long long otherwise);

int read_all(int fd, void *buffer, size_t length);
int write_all(int fd, const void *buffer, size_t length);

/* Writes a message to standard error and ends the process. */
void die(const char *what) __attribute__((noreturn));

int serve_main(int argc, char **argv);
int init_main(int argc, char **argv);

/* Refuses dangerous system calls from here on, for this process and its descendants. Returns -1 with errno. */
int filter_install(void);

/* What may still be brought to the host. */
struct allowance {
    long long bytes, files;
};

/*
 * Copies regular files from one folder to another, following no link: those whose names match a pattern, or with no
 * patterns all, folders too. Returns files left out, or -1.
 */
int collect_folder(const char *from, const char *to, char **patterns, struct allowance allowed);

/* Removes what a folder holds, following no link. */
void empty_folder(const char *path);

#endif
