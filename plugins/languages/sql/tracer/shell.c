/* What the shell calls of SQLite, seen on its way: statements, their errors, the triggers they set off. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#define OK 0
#define ROW 100
#define DONE 101
#define TRACE_STATEMENT 1

int (*real_prepare)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);
int (*real_step)(sqlite3_stmt *);
int (*real_finalize)(sqlite3_stmt *);
static int (*real_close)(sqlite3 *);

static sqlite3 *watched;
static sqlite3_stmt *current;
static char *text;   /* of the statement that runs now */
static int line = 1, frames = 1, in_trigger /* its line */, failed, is_open;
static char message[1024], kind[64];

static void begin(char what, int frame) {
  wire_begin(what);
  wire_number(frame);
}

static void leave_trigger(void) {
  if (!in_trigger) return;
  begin('r', frames);
  wire_number(in_trigger);
  wire_commit();
  in_trigger = 0;
}

/* The shell goes on behind a statement that failed. */
static void forgive(void) {
  if (!failed) return;
  failed = 0;
  begin('k', 1);
  wire_number(line);
  wire_field(kind);
  wire_field(message);
  wire_commit();
}

static void fail(sqlite3 *database) {
  if (failed) return;
  failed = 1;
  int code = sqlite3_extended_errcode(database);
  snprintf(kind, sizeof kind, "%s", (code & 0xFF) == 19 ? "SQLITE_CONSTRAINT" : (code & 0xFF) == 1 ? "SQLITE_ERROR" : (code & 0xFF) == 20 ? "SQLITE_MISMATCH" : "SQLITE");
  snprintf(message, sizeof message, "%s", sqlite3_errmsg(database));
  begin('x', 1);
  wire_number(line);
  wire_field(kind);
  wire_field(message);
  wire_commit();
}

static int triggered(unsigned what, void *unused, void *statement, void *text) {
  (void)what, (void)unused;
  const char *sql = text;
  if (statement != current || !recording || strncmp(sql, "-- TRIGGER ", 11)) return 0;
  const char *name = sql + 11;
  output_flush();
  leave_trigger();
  begin('c', ++frames);
  wire_number(1);
  wire_number(source_line_of_trigger(name));
  wire_field(name);
  wire_commit();
  in_trigger = source_line_of_trigger(name);
  return 0;
}

static void watch(sqlite3 *database) {
  watched = database;
  tables_watch(database);
  sqlite3_trace_v2(database, TRACE_STATEMENT, triggered, 0);
}

/* A statement of the script is about to run, or could not be understood. */
static void arrive(const char *sql, size_t length, int at) {
  output_flush();
  leave_trigger();
  forgive();
  begin('l', 1);
  wire_number(line = at);
  tables_changes(watched);
  wire_commit();
  free(text);
  text = strndup(sql, length);
}

int sqlite3_prepare_v2(sqlite3 *database, const char *sql, int most, sqlite3_stmt **statement, const char **tail) {
  const char *end = sql;
  int status = real_prepare(database, sql, most, statement, &end);
  if (tail) *tail = end;
  if (!recording || database != watched || (status == OK && !*statement)) return status;
  size_t length = status == OK ? (size_t)(end - sql) : strlen(sql);
  int at = source_line(sql, length);
  if (!at) return status;
  if (status == OK) {
    arrive(sql, length, at);
    current = *statement;
    return status;
  }
  arrive(sql, length, at);
  /* Asked again, because the shell reads the message from the database. */
  status = real_prepare(database, sql, most, statement, &end);
  if (tail) *tail = end;
  fail(database);
  return status;
}

static int contains(const char *sql, const char *word) { return sql && strcasestr(sql, word) != 0; }

int sqlite3_step(sqlite3_stmt *statement) {
  int status = real_step(statement);
  if (!recording || statement != current || status == ROW) return status;
  if (contains(text, "rollback") || status != DONE) tables_touch_all();
  if (!sqlite3_stmt_readonly(statement)) tables_touch_named(text);
  if (status != DONE) {
    leave_trigger();
    fail(sqlite3_db_handle(statement));
  }
  return status;
}

int sqlite3_finalize(sqlite3_stmt *statement) {
  if (statement == current) {
    output_flush();
    leave_trigger();
    current = 0;
  }
  return real_finalize(statement);
}

static void finish(sqlite3 *database) {
  if (!is_open) return;
  is_open = 0;
  output_flush();
  leave_trigger();
  forgive();
  begin('r', 1);
  wire_number(line);
  if (database) tables_changes(database);
  wire_commit();
  watched = 0;
}

int sqlite3_close(sqlite3 *database) {
  if (database == watched) finish(database);
  return real_close(database);
}

int sqlite3_open_v2(const char *name, sqlite3 **database, int flags, const char *vfs) {
  static int (*real)(const char *, sqlite3 **, int, const char *);
  if (!real) real = dlsym(RTLD_NEXT, "sqlite3_open_v2");
  int status = real(name, database, flags, vfs);
  if (status == OK && recording && !watched) watch(*database);
  return status;
}

int sqlite3_open(const char *name, sqlite3 **database) { return sqlite3_open_v2(name, database, 6, 0); }

__attribute__((constructor)) static void start(void) {
  const char *script = getenv("CODEALCHEMY_SQL");
  real_prepare = dlsym(RTLD_NEXT, "sqlite3_prepare_v2");
  real_step = dlsym(RTLD_NEXT, "sqlite3_step");
  real_finalize = dlsym(RTLD_NEXT, "sqlite3_finalize");
  real_close = dlsym(RTLD_NEXT, "sqlite3_close");
  if (!script || !real_prepare) return;
  source_open(script);
  wire_open();
  unsetenv("CODEALCHEMY_SQL");
  unsetenv("CODEALCHEMY_TRACE_FD");
  unsetenv("CODEALCHEMY_TRACE_LIMITS");
  unsetenv("LD_PRELOAD");
  if (!recording) return;
  output_watch();
  is_open = 1;
  wire_begin('c');
  wire_number(1);
  wire_number(0);
  wire_number(1);
  wire_field("<module>");
  wire_commit();
}

__attribute__((destructor)) static void end(void) {
  if (recording) finish(watched);
  output_flush();
}
