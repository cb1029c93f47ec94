/* Shows C values. Reads memory only where that can't fault; runs no code of the program. */
#include "runtime.h"
#include <string.h>

#define NULL_TEXT "NULL"

enum { CHAR = 1, SIGNED_CHAR, UNSIGNED_CHAR, SHORT, UNSIGNED_SHORT, INT, UNSIGNED, LONG, UNSIGNED_LONG, LONG_LONG, UNSIGNED_LONG_LONG, FLOAT, DOUBLE,
       LONG_DOUBLE, BOOL, VOID };

static const char *const names[] = { "", "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int", "long",
  "unsigned long", "long long", "unsigned long long", "float", "double", "long double", "_Bool", "void" };
static const unsigned char sizes[] = { 0, 1, 1, 1, 2, 2, 4, 4, 8, 8, 8, 8, 4, 8, 16, 1, 0 };

static int is_record(int kind) { int class = kind >> 16; return class == 12 || class == 13; }
static int is_pointer(int kind) { return (kind >> 8 & 255) != 0 || kind >> 16 == 5; }

static void scalar(struct __ca_text *text, const void *at, int kind) {
  union { signed char c; unsigned char u; short s; unsigned short us; int i; unsigned ui; long l; unsigned long ul; float f; double d; long double ld; } v;
  memcpy(&v, at, sizes[kind]);
  switch (kind) {
  case CHAR: __ca_letter(text, v.c); break;
  case SIGNED_CHAR: __ca_integer(text, v.c); break;
  case UNSIGNED_CHAR: __ca_natural(text, v.u); break;
  case SHORT: __ca_integer(text, v.s); break;
  case UNSIGNED_SHORT: __ca_natural(text, v.us); break;
  case INT: __ca_integer(text, v.i); break;
  case UNSIGNED: __ca_natural(text, v.ui); break;
  case LONG: case LONG_LONG: __ca_integer(text, v.l); break;
  case UNSIGNED_LONG: case UNSIGNED_LONG_LONG: __ca_natural(text, v.ul); break;
  case FLOAT: __ca_real(text, v.f, 4); break;
  case DOUBLE: __ca_real(text, v.d, 8); break;
  case LONG_DOUBLE: __ca_real(text, v.ld, 16); break;
  case BOOL: __ca_words(text, v.u ? "true" : "false"); break;
  default: __ca_omit(text);
  }
}

static void value(struct __ca_text *text, const void *at, unsigned long long size, const struct __ca_shape *shape);

/* A union with a pointer: read as a number it would show an address. */
static int is_unsafe(const struct __ca_record *record) {
  int pointers = 0;
  for (unsigned i = 0; i < record->count; i++) pointers |= is_pointer(record->fields[i].shape.kind) || is_record(record->fields[i].shape.kind);
  return pointers && record->count > 1 && record->fields[0].offset == record->fields[1].offset;
}

static void record(struct __ca_text *text, const char *at, const struct __ca_record *record) {
  if (text->depth <= 0 || is_unsafe(record)) { __ca_words(text, "{"); __ca_omit(text); __ca_words(text, "}"); return; }
  text->depth--;
  __ca_char(text, '{');
  for (unsigned i = 0; i < record->count && !text->cut; i++) {
    const struct __ca_field *field = &record->fields[i];
    if (i) __ca_words(text, ", ");
    __ca_char(text, '.');
    __ca_words(text, field->name);
    __ca_words(text, " = ");
    value(text, at + field->offset, field->size, &field->shape);
  }
  __ca_char(text, '}');
  text->depth++;
}

/* A string that ends before memory or patience does. */
static void string(struct __ca_text *text, const char *at) {
  unsigned long long most = (unsigned long long)__ca_limit_characters() * 4 + 1, length = 0;
  while (length < most) {
    unsigned long long part = 4096 - ((unsigned long long)(at + length) & 4095);
    if (part > most - length) part = most - length;
    if (!__ca_readable(at + length, part)) break;
    unsigned long long found = strnlen(at + length, part);
    length += found;
    if (found < part) break;
  }
  if (!length && !__ca_readable(at, 1)) { __ca_char(text, '&'); __ca_omit(text); return; }
  __ca_string(text, at, length);
}

static void pointer(struct __ca_text *text, const void *at, const struct __ca_shape *shape) {
  const void *to;
  int levels = shape->kind >> 8 & 255, base = shape->kind & 255;
  memcpy(&to, at, sizeof to);
  if (!to) { __ca_words(text, NULL_TEXT); return; }
  if (levels == 1 && base == CHAR) { string(text, to); return; }
  __ca_char(text, '&');
  struct __ca_shape inner = { levels > 1 ? base | (levels - 1) << 8 : base, 0, 0, 0, 0, 0 };
  unsigned size = levels > 1 ? sizeof(void *) : base < VOID ? sizes[base] : 0;
  if (!levels && shape->record) { inner.kind = 12 << 16; inner.record = shape->record; size = shape->record->size; }
  if (!size || text->depth <= 0 || !__ca_readable(to, size)) { __ca_omit(text); return; }
  text->depth -= !inner.record;
  value(text, to, size, &inner);
  text->depth += !inner.record;
}

static void single(struct __ca_text *text, const void *at, const struct __ca_shape *shape) {
  if (is_pointer(shape->kind)) pointer(text, at, shape);
  else if (is_record(shape->kind) && shape->record) record(text, at, shape->record);
  else if (shape->kind < VOID) scalar(text, at, shape->kind);
  else { __ca_char(text, '{'); __ca_omit(text); __ca_char(text, '}'); }
}

static void array(struct __ca_text *text, const char *at, unsigned long long size, const struct __ca_shape *shape) {
  unsigned long long step = shape->row, count = step ? size / step : 0, most = (unsigned long long)__ca_limit_items();
  struct __ca_shape inner = { shape->kind, shape->element, shape->plane, 0, shape->record, shape->dimensions - 1 };
  if (shape->kind == CHAR && shape->dimensions == 1) { __ca_string(text, at, strnlen(at, size)); return; }
  if (text->depth <= 0) { __ca_char(text, '{'); __ca_omit(text); __ca_char(text, '}'); return; }
  text->depth--;
  __ca_char(text, '{');
  for (unsigned long long i = 0; i < count && i < most && !text->cut; i++) {
    if (i) __ca_words(text, ", ");
    value(text, at + i * step, step, &inner);
  }
  if (count > most) { __ca_words(text, ", "); __ca_omit(text); }
  __ca_char(text, '}');
  text->depth++;
}

static void value(struct __ca_text *text, const void *at, unsigned long long size, const struct __ca_shape *shape) {
  if (shape->dimensions) array(text, at, size, shape);
  else single(text, at, shape);
}

static char *join(char *to, const char *end, const char *words) {
  while (*words && to < end) *to++ = *words++;
  *to = 0;
  return to;
}

static char *extent(char *to, const char *end, unsigned long long count) {
  char room[24], *at = room + sizeof room - 1;
  *at = 0;
  do *--at = (char)('0' + count % 10); while (count /= 10);
  return join(join(join(to, end, "["), end, at), end, "]");
}

static unsigned long long full(unsigned long long size, const struct __ca_shape *shape) {
  return shape->row ? size / shape->row : 0;
}

static const char *type(char *room, unsigned length, unsigned long long size, const struct __ca_shape *shape) {
  char *at = room, *end = room + length - 1;
  int levels = shape->kind >> 8 & 255, base = shape->kind & 255;
  if (base) at = join(at, end, names[base]);
  else if (shape->record) at = join(at, end, shape->record->name);
  else at = join(at, end, shape->kind >> 16 == 5 ? "void" : shape->kind >> 16 == 13 ? "union" : shape->kind >> 16 == 12 ? "struct" : "value");
  if (!base && shape->kind >> 16 == 5) levels = 1;
  if (levels) { at = join(at, end, " "); while (levels--) at = join(at, end, "*"); }
  if (shape->dimensions) at = extent(at, end, full(size, shape));
  if (shape->dimensions > 1) extent(at, end, shape->plane ? shape->row / shape->plane : 0);
  return room;
}

static int alias(const void *at, const struct __ca_shape *shape) {
  const void *to;
  if (shape->dimensions || !is_pointer(shape->kind) || (shape->kind & 255) == CHAR) return 0;
  memcpy(&to, at, sizeof to);
  return to ? __ca_alias(to) : 0;
}

void __ca_put_shape(struct __ca_frame *frame, int slot, const volatile void *given, unsigned long long size, const struct __ca_shape *shape) {
  if (__ca_muted()) return;
  const void *at = (const void *)given;
  unsigned long long seed = (unsigned)shape->kind * 0x9E3779B97F4A7C15ull + size, hash;
  unsigned length, text_length = 0;
  char *room = 0, room_type[128];
  struct __ca_text text;
  int plain = !is_pointer(shape->kind) && !shape->record && shape->kind < VOID;
  if (plain) {
    unsigned long long shown = shape->dimensions ? (unsigned long long)__ca_limit_items() * shape->row : size;
    if (shape->kind == CHAR && shape->dimensions == 1) shown = size;
    hash = __ca_hash(at, shown < size ? shown : size, seed);
    if (!__ca_changed(frame, slot, hash)) return;
  }
  room = __ca_scratch(&length);
  if (!room) return;
  __ca_open(&text, room, length);
  value(&text, at, size, shape);
  text_length = __ca_close(&text, room);
  if (!plain) {
    hash = __ca_hash(room, text_length, seed);
    if (is_pointer(shape->kind) && !shape->dimensions) hash = __ca_hash(at, sizeof(void *), hash);
    if (!__ca_changed(frame, slot, hash)) { __ca_back(length); return; }
  }
  unsigned long long count = full(size, shape);
  __ca_set(frame, slot, type(room_type, sizeof room_type, size, shape), room, text_length, alias(at, shape),
           count > (unsigned long long)__ca_limit_items() && !(shape->kind == CHAR && shape->dimensions == 1) ? (long long)count : -1);
  __ca_back(length);
}

void __ca_put(struct __ca_frame *frame, int slot, const volatile void *given, unsigned long long size, int kind) {
  if (__ca_muted()) return;
  if (kind > 0 && kind < LONG_DOUBLE) {
    unsigned long long word = 0;
    char room[64];
    struct __ca_text text;
    memcpy(&word, (const void *)given, size <= 8 ? size : 8);
    if (!__ca_changed(frame, slot, (word ^ (unsigned)kind * 0x9E3779B97F4A7C15ull) + 0x632BE59BD9B4E019ull)) return;
    __ca_open(&text, room, sizeof room);
    scalar(&text, (const void *)given, kind);
    __ca_set(frame, slot, names[kind], room, __ca_close(&text, room), 0, -1);
    return;
  }
  struct __ca_shape shape = { kind, (unsigned)size, 0, 0, 0, 0 };
  __ca_put_shape(frame, slot, given, size, &shape);
}

void __ca_give(struct __ca_frame *frame, int line, const volatile void *given, unsigned long long size, const struct __ca_shape *shape) {
  unsigned length;
  char *room, room_type[128];
  struct __ca_text text;
  if (!frame->number || !(room = __ca_scratch(&length))) return;
  __ca_open(&text, room, length);
  value(&text, (const void *)given, size, shape);
  unsigned text_length = __ca_close(&text, room);
  __ca_result(frame, line, type(room_type, sizeof room_type, size, shape), room, text_length, alias((const void *)given, shape), -1);
  __ca_back(length);
}
