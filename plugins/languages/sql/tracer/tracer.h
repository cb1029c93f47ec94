/* The tracer of SQL: a library in front of SQLite in the shell's own process. */
#ifndef TRACER_H
#define TRACER_H

#include <stddef.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

/* SQLite as it is behind this library. */
extern int (*real_prepare)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
extern int (*real_step)(sqlite3_stmt *);
extern int (*real_finalize)(sqlite3_stmt *);
int sqlite3_column_count(sqlite3_stmt *);
int sqlite3_column_type(sqlite3_stmt *, int);
int sqlite3_column_bytes(sqlite3_stmt *, int);
const unsigned char *sqlite3_column_text(sqlite3_stmt *, int);
const void *sqlite3_column_blob(sqlite3_stmt *, int);
long long sqlite3_column_int64(sqlite3_stmt *, int);
const char *sqlite3_column_name(sqlite3_stmt *, int);
const char *sqlite3_errmsg(sqlite3 *);
int sqlite3_extended_errcode(sqlite3 *);
int sqlite3_stmt_readonly(sqlite3_stmt *);
sqlite3 *sqlite3_db_handle(sqlite3_stmt *);
void *sqlite3_update_hook(sqlite3 *, void (*)(void *, int, const char *, const char *, long long), void *);
int sqlite3_trace_v2(sqlite3 *, unsigned, int (*)(unsigned, void *, void *, void *), void *);
int sqlite3_strnicmp(const char *, const char *, int);

/* wire.c: records */
struct limits { long long events, bytes; int items, characters; };
extern struct limits limits;
extern int recording;
void wire_open(void);
void wire_begin(char kind);
void wire_field(const char *text);
void wire_bytes(const char *bytes, size_t length);   /* goes on with the field */
void wire_next(void);
void wire_number(long long value);
size_t wire_mark(void);
char *wire_at(size_t mark);
void wire_back(size_t mark);
void wire_commit(void);

/* source.c: where a statement stands in the script */
void source_open(const char *path);
int source_line(const char *statement, size_t length);   /* 0: not in the script */
int source_line_of_trigger(const char *name);

/* tables.c: what the tables hold */
void tables_watch(sqlite3 *database);
void tables_touch(const char *name);
void tables_touch_named(const char *sql);
void tables_touch_all(void);
void tables_changes(sqlite3 *database);   /* items of the record that was begun */

/* output.c */
void output_watch(void);
void output_flush(void);

#endif
