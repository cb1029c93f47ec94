/* What the tables hold: read again when a statement may have changed them, and told when the text is another one. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_TABLES 256
#define ROW 100
#define INTEGER 1
#define FLOAT 2
#define TEXT 3
#define BLOB 4

struct table { char *name, *shown; size_t length; int touched, seen; };

static struct table tables[MOST_TABLES];
static int count;
static int left, cut;

static struct table *table_of(const char *name) {
  for (int i = 0; i < count; i++) if (!strcasecmp(tables[i].name, name)) return &tables[i];
  if (count == MOST_TABLES) return 0;
  tables[count] = (struct table){ .name = strdup(name), .touched = 1 };
  return &tables[count++];
}

void tables_touch(const char *name) {
  struct table *table = table_of(name);
  if (table) table->touched = 1;
}

void tables_touch_all(void) { for (int i = 0; i < count; i++) tables[i].touched = 1; }

void tables_touch_named(const char *sql) {
  for (int i = 0; i < count; i++) if (strcasestr(sql, tables[i].name)) tables[i].touched = 1;
}

static void updated(void *unused, int operation, const char *database, const char *name, long long row) {
  (void)unused, (void)operation, (void)database, (void)row;
  tables_touch(name);
}

void tables_watch(sqlite3 *database) { sqlite3_update_hook(database, updated, 0); }

/* Characters of the value, not more than are left; the last one makes room for the sign that something is left out. */
static void put(const char *text, size_t length) {
  for (size_t i = 0; i < length && left > 0; ) {
    size_t size = 1;
    while (i + size < length && (text[i + size] & 0xC0) == 0x80) size++;
    if (--left == 0) {
      cut = 1;
      wire_bytes("…", strlen("…"));
    } else wire_bytes(text + i, size);
    i += size;
  }
}

static void puts_(const char *text) { put(text, strlen(text)); }

static void quoted(const char *text, size_t length) {
  puts_("'");
  for (size_t i = 0; i < length && left > 0; i++) {
    size_t size = 1;
    while (i + size < length && (text[i + size] & 0xC0) == 0x80) size++;
    if (text[i] == '\'') puts_("''");
    else put(text + i, size);
    i += size - 1;
  }
  puts_("'");
}

static void value(sqlite3_stmt *row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case INTEGER: case FLOAT: puts_((const char *)sqlite3_column_text(row, column)); break;
    case TEXT: {
      const char *text = (const char *)sqlite3_column_text(row, column);
      quoted(text, (size_t)sqlite3_column_bytes(row, column));
      break;
    }
    case BLOB: {
      const unsigned char *bytes = sqlite3_column_blob(row, column);
      puts_("X'");
      for (int i = 0; i < sqlite3_column_bytes(row, column) && left > 0; i++) {
        char digits[3];
        snprintf(digits, sizeof digits, "%02X", bytes[i]);
        puts_(digits);
      }
      puts_("'");
      break;
    }
    default: puts_("NULL");
  }
}

static sqlite3_stmt *ask(sqlite3 *database, const char *form, const char *name) {
  char query[1024];
  sqlite3_stmt *statement = 0;
  char escaped[512];
  size_t n = 0;
  for (const char *c = name; *c && n < sizeof escaped - 2; c++) {
    if (*c == '"') escaped[n++] = '"';
    escaped[n++] = *c;
  }
  escaped[n] = 0;
  snprintf(query, sizeof query, form, escaped);
  return real_prepare(database, query, -1, &statement, 0) ? 0 : statement;
}

static long long rows_of(sqlite3 *database, const char *name) {
  sqlite3_stmt *statement = ask(database, "SELECT count(*) FROM \"%s\"", name);
  long long rows = statement && real_step(statement) == ROW ? sqlite3_column_int64(statement, 0) : 0;
  real_finalize(statement);
  return rows;
}

/* Type: the names of the columns. */
static void head(sqlite3_stmt *rows) {
  wire_next();
  wire_bytes("table(", 6);
  for (int i = 0; i < sqlite3_column_count(rows); i++) {
    const char *name = sqlite3_column_name(rows, i);
    if (i) wire_bytes(", ", 2);
    wire_bytes(name, strlen(name));
  }
  wire_bytes(")", 1);
}

static void content(sqlite3_stmt *rows) {
  left = limits.characters;
  cut = 0;
  puts_("[");
  for (int row = 0; left > 0 && real_step(rows) == ROW; row++) {
    if (row) puts_(", ");
    if (row == limits.items) {
      puts_("…");
      cut = 1;
      break;
    }
    puts_("(");
    for (int i = 0; i < sqlite3_column_count(rows) && left > 0; i++) {
      if (i) puts_(", ");
      value(rows, i);
    }
    puts_(")");
  }
  puts_("]");
}

static void show(sqlite3 *database, struct table *table) {
  sqlite3_stmt *rows = ask(database, "SELECT * FROM \"%s\"", table->name);
  table->touched = 0;
  if (!rows) {
    if (table->seen) {
      wire_next();
      wire_bytes("-", 1);
      wire_bytes(table->name, strlen(table->name));
    }
    table->seen = 0;
    return;
  }
  size_t before = wire_mark();
  wire_next();
  wire_bytes("=", 1);
  wire_bytes(table->name, strlen(table->name));
  head(rows);
  wire_next();
  content(rows);
  real_finalize(rows);
  if (cut) {
    *(wire_at(before) + 1) = '~';
    wire_next();
    wire_number(rows_of(database, table->name));
  }
  size_t length = wire_mark() - before;
  if (table->seen && table->length == length && !memcmp(table->shown, wire_at(before), length)) {
    wire_back(before);
    return;
  }
  table->shown = realloc(table->shown, length);
  memcpy(table->shown, wire_at(before), length);
  table->length = length;
  table->seen = 1;
}

/* Tables that were made since. */
static void find(sqlite3 *database) {
  sqlite3_stmt *names = 0;
  if (real_prepare(database, "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' UNION ALL "
                             "SELECT name FROM sqlite_temp_master WHERE type='table' AND name NOT LIKE 'sqlite_%'", -1, &names, 0)) return;
  while (real_step(names) == ROW) table_of((const char *)sqlite3_column_text(names, 0));
  real_finalize(names);
}

void tables_changes(sqlite3 *database) {
  find(database);
  for (int i = 0; i < count; i++) if (tables[i].touched) show(database, &tables[i]);
}
