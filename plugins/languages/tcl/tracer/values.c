/* How values are shown: as the words of a Tcl command, from what the interpreter holds of them; a list whose text nobody asked for yet
   stays without. */
#include "tracer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_SORTED 1000

static int is_type(const Tcl_Obj *object, const char *name) { return object->type && !strcmp(object->type->name, name); }

static int is_number(const char *text, int length, const char **type) {
  char *end;
  if (length < 1 || length > 400 || strchr(" \t\n+", *text)) return 0;
  size_t digits = strspn(text + (*text == '-'), "0123456789");
  *type = "integer";
  if (digits && (int)digits + (*text == '-') == length) return 1;
  *type = "number";
  if (!strpbrk(text, ".eE") || strpbrk(text, "xXnN")) return 0;
  strtod(text, &end);
  return end == text + length;
}

/* Whether the text is a word as it stands; whether braces make it one. */
static int is_bare(const char *text, int length) { return length > 0 && *text != '#' && (int)strcspn(text, " \t\n\r\v\f\\\"{}[]$;") == length; }

static int is_balanced(const char *text, int length) {
  int open = 0;
  for (int i = 0; i < length; i++) {
    if (text[i] == '\\') return 0;
    open += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    if (open < 0) return 0;
  }
  return open == 0;
}

static void show_word(struct text *text, const char *bytes, int length) {
  if (is_bare(bytes, length)) { text_bytes(text, bytes, (size_t)length); return; }
  if (is_balanced(bytes, length)) {
    text_words(text, "{");
    text_bytes(text, bytes, (size_t)length);
    text_words(text, "}");
    return;
  }
  text_words(text, "\"");
  for (int i = 0; i < length && !text->cut;) {
    int part = (int)strcspn(bytes + i, "\\\"[$");
    if (part > length - i) part = length - i;
    text_bytes(text, bytes + i, (size_t)part);
    i += part;
    if (i < length) { text_words(text, "\\"); text_bytes(text, bytes + i++, 1); }
  }
  text_words(text, "\"");
}

static long long show(struct text *text, Tcl_Obj *object, int depth, int inside);

/* The elements of a list or a dictionary; gives their number when some are left out. */
static long long show_list(struct text *text, Tcl_Obj *object, int depth, int inside) {
  Tcl_Obj **elements;
  int count = 0;
  if (Tcl_ListObjGetElements(0, object, &count, &elements)) return -1;
  if (inside) text_words(text, "{");
  if (!depth && count) text_words(text, "…");
  for (int i = 0; depth && i < count && i < limits.items && !text->cut; i++) {
    if (i) text_words(text, " ");
    show(text, elements[i], depth - 1, 1);
  }
  if (depth && count > limits.items) text_words(text, " …");
  if (inside) text_words(text, "}");
  return count > limits.items || text->cut ? count : -1;
}

static long long show_dict(struct text *text, Tcl_Obj *object, int depth, int inside) {
  Tcl_DictSearch search;
  Tcl_Obj *key, *item;
  int done, count = 0, size = 0;
  Tcl_DictObjSize(0, object, &size);
  if (inside) text_words(text, "{");
  if (!depth && size) text_words(text, "…");
  if (depth && !Tcl_DictObjFirst(0, object, &search, &key, &item, &done)) {
    for (; !done && count < limits.items && !text->cut; count++, Tcl_DictObjNext(&search, &key, &item, &done)) {
      if (count) text_words(text, " ");
      show(text, key, depth - 1, 1);
      text_words(text, " ");
      show(text, item, depth - 1, 1);
    }
    Tcl_DictObjDone(&search);
    if (size > limits.items) text_words(text, " …");
  }
  if (inside) text_words(text, "}");
  return size > limits.items || text->cut ? size : -1;
}

static long long show_bytes(struct text *text, Tcl_Obj *object) {
  int length, i = 0;
  const unsigned char *bytes = Tcl_GetByteArrayFromObj(object, &length);
  char piece[8];
  text_words(text, "\"");
  for (; i < length && !text->cut; i++) {
    snprintf(piece, sizeof piece, bytes[i] >= 0x20 && bytes[i] < 0x7F && !strchr("\\\"[$", bytes[i]) ? "%c" : "\\x%02x", bytes[i]);
    text_words(text, piece);
  }
  text_words(text, "\"");
  return text->cut ? length : -1;
}

static long long characters(const char *bytes, int length) {
  long long sum = 0;
  for (int i = 0; i < length; i++) sum += (bytes[i] & 0xC0) != 0x80;
  return sum;
}

static long long show_text(struct text *text, Tcl_Obj *object) {
  Tcl_Obj *copy = object->bytes ? object : Tcl_DuplicateObj(object);
  int length;
  const char *bytes = Tcl_GetStringFromObj(copy, &length);
  show_word(text, bytes, length);
  long long whole = text->cut ? characters(bytes, length) : -1;
  if (copy != object && copy->references <= 0) TclFreeObj(copy);
  return whole;
}

static long long show(struct text *text, Tcl_Obj *object, int depth, int inside) {
  if (is_type(object, "list")) return show_list(text, object, depth, inside);
  if (is_type(object, "dict")) return show_dict(text, object, depth, inside);
  if (is_type(object, "bytearray") && !object->bytes) return show_bytes(text, object);
  return show_text(text, object);
}

static const char *type_of(Tcl_Obj *object) {
  const char *type;
  if (is_type(object, "list")) return "list";
  if (is_type(object, "dict")) return "dict";
  if (is_type(object, "bytearray") && !object->bytes) return "bytes";
  if (!object->bytes && (is_type(object, "int") || is_type(object, "wideInt") || is_type(object, "bignum"))) return "integer";
  if (!object->bytes && is_type(object, "double")) return "number";
  return object->bytes && is_number(object->bytes, object->length, &type) ? type : "string";
}

void value_show(Tcl_Obj *object, struct value *value) {
  value->type = type_of(object);
  text_open(&value->text, limits.characters);
  value->length = show(&value->text, object, limits.depth, 0);
  if (value->text.at == value->text.start) text_words(&value->text, "{}");   /* an empty list */
  text_close(&value->text);
}

static int by_name(const void *left, const void *right) {
  return strcmp(Tcl_GetStringFromObj(ENTRY_NAME(*(Tcl_HashEntry *const *)left), 0), Tcl_GetStringFromObj(ENTRY_NAME(*(Tcl_HashEntry *const *)right), 0));
}

/* An array as `array get` gives it, sorted. */
void value_array(Tcl_HashTable *table, struct value *value) {
  Tcl_HashSearch search;
  Tcl_HashEntry **sorted = table->entries <= MOST_SORTED ? malloc(sizeof *sorted * (size_t)(table->entries + 1)) : 0;
  int count = 0, size = 0;
  value->type = "array";
  value->length = -1;
  text_open(&value->text, limits.characters);
  for (Tcl_HashEntry *e = sorted ? Tcl_FirstHashEntry(table, &search) : 0; e && count < table->entries; e = Tcl_NextHashEntry(&search))
    if (!(ENTRY_VAR(e)->flags & (VAR_ARRAY | VAR_LINK)) && ENTRY_VAR(e)->value.object) sorted[count++] = e;
  if (sorted) qsort(sorted, (size_t)count, sizeof *sorted, by_name);
  size = sorted ? count : table->entries;
  for (int i = 0; i < count && i < limits.items && !value->text.cut; i++) {
    if (i) text_words(&value->text, " ");
    show(&value->text, ENTRY_NAME(sorted[i]), 1, 1);
    text_words(&value->text, " ");
    show(&value->text, ENTRY_VAR(sorted[i])->value.object, limits.depth - 1, 1);
  }
  if (size > limits.items) text_words(&value->text, count ? " …" : "…");
  if (size > limits.items || value->text.cut) value->length = size;
  text_close(&value->text);
  free(sorted);
}

/* A variable, or with no name the value that is returned. */
void value_item(const char *name, const struct value *value) {
  size_t length = (size_t)(value->text.at - value->text.start);
  if (!record_fits(length + (name ? strlen(name) : 0))) return;
  record_key(name ? value->length < 0 ? '=' : '~' : value->length < 0 ? '>' : '^', name ? name : "");
  record_words(value->type);
  record_text(value->text.start, length);
  if (value->length < 0) return;
  record_words("");
  record_number((unsigned long long)value->length);
}
