/* How variables are shown, and a quick print of them by which a change is found. */
#include "tracer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_SORTED 1000
#define LOOKED_AT 4096   /* bytes of a long string that are compared; its length is, too */

uint64_t print_bytes(uint64_t print, const void *bytes, size_t length) {
  const unsigned char *at = bytes;
  for (; length >= 8; at += 8, length -= 8) {
    uint64_t part;
    memcpy(&part, at, 8);
    print = (print ^ part) * 0x9E3779B97F4A7C15u;
    print ^= print >> 29;
  }
  while (length--) print = (print ^ *at++) * 0x100000001B3u;
  return print ^ print >> 32;
}

static uint64_t print_string(uint64_t print, const char *text) {
  size_t length = text ? strlen(text) : 0;
  print = print_bytes(print, &length, sizeof length);
  return print_bytes(print, text, length < LOOKED_AT ? length : LOOKED_AT);
}

static uint64_t print_array(uint64_t print, const struct array *array) {
  int left = limits.items + 1;
  print = print_bytes(print, &array->count, sizeof array->count);
  for (const struct element *e = array->head->next; e != array->head && left-- > 0; e = e->next)
    print = print_string(print_bytes(print, &e->index, sizeof e->index), e->value);
  return print;
}

static uint64_t print_table(uint64_t print, const struct table *table) {
  uint64_t sum = (uint64_t)table->entries;
  if (table->entries <= MOST_SORTED)
    for (int i = 0; i < table->count; i++)
      for (const struct bucket *b = table->buckets[i]; b; b = b->next) sum += print_string(print_string(1, b->key), b->data);
  return print ^ sum;
}

/* 0 for a variable without a value. */
uint64_t value_print(const struct variable *variable) {
  uint64_t print = 0xCBF29CE484222325u ^ (uint64_t)(variable->attributes & (IS_ARRAY | IS_ASSOCIATIVE | IS_INTEGER | IS_REFERENCE));
  if (!variable->value || variable->attributes & IS_INVISIBLE || variable->dynamic) return 0;
  print = variable->attributes & IS_ARRAY ? print_array(print, (const struct array *)variable->value)
    : variable->attributes & IS_ASSOCIATIVE ? print_table(print, (const struct table *)variable->value)
    : print_string(print, variable->value);
  return print ? print : 1;
}

static int by_key(const void *left, const void *right) {
  return strcmp((*(const struct bucket *const *)left)->key, (*(const struct bucket *const *)right)->key);
}

static void show_table(const struct table *table, struct value *value) {
  struct bucket **sorted = table->entries <= MOST_SORTED ? malloc(sizeof *sorted * (size_t)(table->entries + 1)) : 0;
  int count = 0;
  text_words(&value->text, "(");
  for (int i = 0; sorted && i < table->count; i++)
    for (struct bucket *b = table->buckets[i]; b && count < table->entries; b = b->next) sorted[count++] = b;
  if (sorted) qsort(sorted, (size_t)count, sizeof *sorted, by_key);
  for (int i = 0; i < count && i < limits.items && !value->text.cut; i++) {
    if (i) text_words(&value->text, " ");
    text_key(&value->text, sorted[i]->key);
    text_string(&value->text, sorted[i]->data, strlen(sorted[i]->data));
  }
  if (!sorted || count > limits.items) { value->length = table->entries; text_words(&value->text, count ? " …" : "…"); }
  text_words(&value->text, ")");
  if (value->text.cut) value->length = table->entries;
  free(sorted);
}

/* Indices are shown where they aren't 0, 1, 2 … */
static void show_array(const struct array *array, struct value *value) {
  int dense = array->last == array->count - 1, shown = 0;
  char index[32];
  text_words(&value->text, "(");
  for (const struct element *e = array->head->next; e != array->head && shown < limits.items && !value->text.cut; e = e->next) {
    if (shown++) text_words(&value->text, " ");
    if (!dense) { snprintf(index, sizeof index, "[%jd]=", e->index); text_words(&value->text, index); }
    text_string(&value->text, e->value, strlen(e->value));
  }
  if (array->count > shown && !value->text.cut) { value->length = array->count; text_words(&value->text, " …"); }
  text_words(&value->text, ")");
  if (value->text.cut) value->length = array->count;
}

void value_string(const char *bytes, struct value *value) {
  *value = (struct value){ .type = "string", .length = -1 };
  text_open(&value->text);
  text_string(&value->text, bytes, strlen(bytes));
  text_close(&value->text);
  if (value->text.cut) value->length = text_length(bytes);
}

int value_show(const struct variable *variable, struct value *value) {
  int kind = variable->attributes;
  if (!(kind & (IS_ARRAY | IS_ASSOCIATIVE | IS_INTEGER | IS_REFERENCE))) { value_string(variable->value, value); return 1; }
  *value = (struct value){ .type = kind & IS_ARRAY ? "array" : kind & IS_ASSOCIATIVE ? "associative array" : kind & IS_REFERENCE ? "reference" : "integer", .length = -1 };
  text_open(&value->text);
  if (kind & IS_ARRAY) show_array((const struct array *)variable->value, value);
  else if (kind & IS_ASSOCIATIVE) show_table((const struct table *)variable->value, value);
  else text_words(&value->text, variable->value);
  text_close(&value->text);
  return 1;
}
