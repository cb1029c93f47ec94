/* Reads the compiled program (lua_dump) for what the hook can't tell: which lines hold nothing but the end of a function, where a
   function whose value is made at its `end` begins, and which upvalues belong to a function and not to the file. */
#define _GNU_SOURCE
#include "tracer.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define OP_CLOSE 54
#define OP_CLOSURE 79
#define NAME "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:"
#define ABSOLUTE (-128)
#define CONSTANT_INTEGER 0x03
#define CONSTANT_FLOAT 0x13
#define CONSTANT_SHORT 0x04
#define CONSTANT_LONG 0x14

struct dump { unsigned char *bytes, *at, *end; size_t length, capacity; int bad; };

static struct proto *protos;
static char *main_source;
static char *text;        /* of the file whose functions are being named */
static size_t text_length_;

static int write_dump(lua_State *L, const void *bytes, size_t length, void *context) {
  struct dump *dump = context;
  (void)L;
  if (dump->length + length > dump->capacity) {
    size_t capacity = (dump->length + length) * 2;
    unsigned char *larger = tracer_realloc(dump->bytes, capacity);
    if (!larger) return 1;
    dump->bytes = larger;
    dump->capacity = capacity;
  }
  memcpy(dump->bytes + dump->length, bytes, length);
  dump->length += length;
  return 0;
}

static const unsigned char *take(struct dump *dump, size_t length) {
  static const unsigned char nothing[8];
  if (dump->bad || (size_t)(dump->end - dump->at) < length) { dump->bad = 1; return nothing; }
  dump->at += length;
  return dump->at - length;
}

static size_t take_size(struct dump *dump) {
  size_t value = 0;
  for (;;) {
    unsigned char byte = *take(dump, 1);
    value = value << 7 | (byte & 0x7F);
    if (byte & 0x80 || dump->bad) return value;
  }
}

static void skip_string(struct dump *dump) {
  size_t size = take_size(dump);
  if (size) take(dump, size - 1);
}

static void skip_constants(struct dump *dump) {
  for (size_t n = take_size(dump); n && !dump->bad; n--) {
    int kind = *take(dump, 1);
    if (kind == CONSTANT_INTEGER || kind == CONSTANT_FLOAT) take(dump, 8);
    else if (kind == CONSTANT_SHORT || kind == CONSTANT_LONG) skip_string(dump);
  }
}

/* The name that the text gives a function, as far as its first line tells. */
static void name_proto(struct proto *proto) {
  const char *at = text, *end = text + text_length_;
  for (int line = 1; at && line < proto->first; line++) { at = memchr(at, '\n', (size_t)(end - at)); if (at) at++; }
  if (!at || !proto->first) return;
  const char *stop = memchr(at, '\n', (size_t)(end - at)), *found = 0, *next;
  if (!stop) stop = end;
  for (next = at; (next = memmem(next, (size_t)(stop - next), "function", 8)); next += 8) {
    if (found) { proto->ambiguous = 1; return; }
    found = next;
  }
  if (!found) return;
  const char *name = found + 8;
  while (name < stop && *name == ' ') name++;
  const char *after = name + strspn(name, NAME);
  if (after == name) {   /* name = function(...) */
    after = found;
    while (after > at && after[-1] == ' ') after--;
    if (after == at || after[-1] != '=') return;
    after--;
    while (after > at && after[-1] == ' ') after--;
    name = after;
    while (name > at && memchr(NAME, name[-1], sizeof NAME - 1)) name--;
  }
  snprintf(proto->name, sizeof proto->name, "%.*s", (int)(after - name), name);
}

static void move_line(struct proto *proto, int line, int target) {
  int i = line - proto->first;
  if (i < 0) return;
  if (i >= proto->lines) {
    int *larger = tracer_realloc(proto->moved, sizeof *larger * (size_t)(i + 16));
    if (!larger) return;
    memset(larger + proto->lines, 0, sizeof *larger * (size_t)(i + 16 - proto->lines));
    proto->moved = larger;
    proto->lines = i + 16;
  }
  if (!proto->moved[i]) proto->moved[i] = target;
}

static struct proto *read_function(struct dump *dump, struct proto *parent, const char *source, const char *file);

struct closure { int pc; size_t child; };

/* Lines by instruction; the caller frees them. */
static int *read_lines(struct dump *dump, size_t code, int first) {
  size_t count = take_size(dump);
  const unsigned char *deltas = take(dump, count);
  size_t marks = take_size(dump);
  int *lines = tracer_calloc(code + 1, sizeof *lines), *at_mark = tracer_calloc(code + 1, sizeof *at_mark);
  for (; marks && !dump->bad; marks--) {
    size_t pc = take_size(dump), line = take_size(dump);
    if (at_mark && pc < code) at_mark[pc] = (int)line;
  }
  int line = first;
  for (size_t i = 0; lines && at_mark && i < code && count == code && !dump->bad; i++) {
    line = (signed char)deltas[i] == ABSOLUTE ? at_mark[i] : line + (signed char)deltas[i];
    lines[i] = line;
  }
  tracer_free(at_mark);
  return lines;
}

static int operation(const unsigned char *code, size_t i) { return code[4 * i] & 0x7F; }

/* Whether a line holds nothing but the closing of variables, or the return that ends every function: an `end`. */
static int is_end(const unsigned char *code, size_t count, const int *lines, int line) {
  for (size_t i = 0; i < count; i++) if (lines[i] == line && operation(code, i) != OP_CLOSE && i + 1 < count) return 0;
  return 1;
}

static void move_lines(struct proto *proto, const unsigned char *code, size_t count, const int *lines, struct proto **children, size_t child_count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t instruction;
    memcpy(&instruction, code + 4 * i, 4);
    if (operation(code, i) == OP_CLOSURE && instruction >> 15 < child_count) {
      struct proto *child = children[instruction >> 15];
      if (child && child->last == lines[i] && child->first < child->last) move_line(proto, lines[i], child->first);
    }
    int closes = operation(code, i) == OP_CLOSE || i + 1 == count;
    if (closes && lines[i] > proto->first && is_end(code, count, lines, lines[i])) move_line(proto, lines[i], -1);
  }
}

/* Upvalues that come from an enclosing function; those of the file are shown with the file. */
static void read_upvalues(struct dump *dump, struct proto *proto) {
  size_t count = take_size(dump);
  proto->upvalues = count < sizeof proto->shown_upvalues ? (int)count : (int)sizeof proto->shown_upvalues;
  for (size_t i = 0; i < count && !dump->bad; i++) {
    const unsigned char *entry = take(dump, 3);
    struct proto *parent = proto->parent;
    if (i >= sizeof proto->shown_upvalues || !parent) continue;
    proto->shown_upvalues[i] = entry[0] ? !parent->is_main : entry[1] < parent->upvalues && parent->shown_upvalues[entry[1]];
  }
}

static struct proto *read_function(struct dump *dump, struct proto *parent, const char *source, const char *file) {
  struct proto *proto = tracer_calloc(1, sizeof *proto);
  if (!proto) { dump->bad = 1; return 0; }
  proto->parent = parent;
  proto->source = source;
  proto->file = file;
  proto->is_main = !parent;
  skip_string(dump);
  proto->first = (int)take_size(dump);
  proto->last = (int)take_size(dump);
  take(dump, 3);
  size_t count = take_size(dump);
  const unsigned char *code = take(dump, 4 * count);
  skip_constants(dump);
  read_upvalues(dump, proto);
  size_t child_count = take_size(dump);
  struct proto **children = tracer_calloc(child_count + 1, sizeof *children);
  for (size_t i = 0; children && i < child_count && !dump->bad; i++) children[i] = read_function(dump, proto, source, file);
  int *lines = read_lines(dump, count, proto->first);
  for (size_t n = take_size(dump); n && !dump->bad; n--) { skip_string(dump); take_size(dump); take_size(dump); }
  for (size_t n = take_size(dump); n && !dump->bad; n--) skip_string(dump);
  if (lines && children && !dump->bad) move_lines(proto, code, count, lines, children, child_count);
  tracer_free(lines);
  tracer_free(children);
  if (proto->is_main) strcpy(proto->name, "<module>"); else name_proto(proto);
  proto->next = protos;
  return protos = proto;
}

static void read_text(const char *name) {
  struct stat about;
  int file = open(name, O_RDONLY | O_CLOEXEC);
  text = 0;
  text_length_ = 0;
  if (file < 0) return;
  if (!fstat(file, &about) && about.st_size > 0) {
    void *at = mmap(0, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at != MAP_FAILED) { text = at; text_length_ = (size_t)about.st_size; }
  }
  close(file);
}

/* The program is the main file; what lies below its folder belongs to it. */
static const char *file_name(const char *source) {
  const char *name = source + 1;
  while (!strncmp(name, "./", 2)) name += 2;
  return name;
}

static void read_chunk(lua_State *L, const char *source) {
  struct dump dump = { 0 };
  char *kept = tracer_copy(source);
  lua_dump(L, write_dump, &dump, 0);
  dump.at = dump.bytes;
  dump.end = dump.bytes + dump.length;
  read_text(source + 1);
  take(&dump, 4 + 1 + 1 + 6 + 3 + 8 + 8 + 1);
  if (kept && dump.bytes) read_function(&dump, 0, kept, strcmp(kept, main_source) ? file_name(kept) : 0);
  if (text) munmap(text, text_length_);
  text = 0;
  tracer_free(dump.bytes);
}

static struct proto *known(const lua_Debug *call) {
  struct proto *found = 0;
  for (struct proto *proto = protos; proto; proto = proto->next) {
    if (proto->first != call->linedefined || proto->last != call->lastlinedefined || strcmp(proto->source, call->source)) continue;
    if (found) { found->ambiguous = 1; break; }
    found = proto;
  }
  return found;
}

static int is_traced(const char *source) {
  return *source == '@' && (!strcmp(source, main_source) || (source[1] != '/' && strncmp(source + 1, "../", 3)));
}

/* The function that was called, which lies on the top of the stack; NULL when it isn't the program's. */
struct proto *proto_of(lua_State *L, lua_Debug *call) {
  static struct { const char *source; int first, last; struct proto *proto; } cache[1024];
  lua_getinfo(L, "S", call);
  if (!is_traced(call->source)) return 0;
  size_t i = ((uintptr_t)call->source * 31 + (unsigned)call->linedefined * 7 + (unsigned)call->lastlinedefined) % 1024;
  if (cache[i].source == call->source && cache[i].first == call->linedefined && cache[i].last == call->lastlinedefined
      && cache[i].proto && !strcmp(cache[i].proto->source, call->source)) return cache[i].proto;
  struct proto *proto = known(call);
  if (!proto && *call->what == 'm') { read_chunk(L, call->source); proto = known(call); }
  cache[i].source = call->source;
  cache[i].first = call->linedefined;
  cache[i].last = call->lastlinedefined;
  return cache[i].proto = proto;
}

int proto_line(const struct proto *proto, int line, int *moved) {
  *moved = 0;
  for (int i; (i = line - proto->first) >= 0 && i < proto->lines && proto->moved[i]; line = proto->moved[i]) *moved = 1;
  return line;
}

void protos_main(const char *script) {
  main_source = tracer_malloc(strlen(script) + 2);
  if (main_source) strcpy(stpcpy(main_source, "@"), script); else recording = 0;
}
