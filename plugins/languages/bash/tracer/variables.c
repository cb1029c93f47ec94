/* What changed in a frame. A function sees the variables of its callers: what it finds there stands in its frame when it changes. */
#include "tracer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names are numbered; a frame has a slot for each. The environment's and the shell's own have none. */
struct name { struct name *next; unsigned hash; int number; char text[]; };

#define BUCKETS 1024
#define NEAREST 100
#define NONE (-1)
#define ARGUMENT (-2)   /* the level of $1, $2 … */

static struct name *names[BUCKETS], **by_number;
static int name_count, room_for, first_arguments = NONE, argument_count;
static unsigned now;
static const char *const never[] = { "PIPESTATUS", "LINES", "COLUMNS", "SRANDOM", "BASH_ARGV0", "FUNCNAME", "BASH_LINENO", "BASH_SOURCE", "_", 0 };

static struct name *name_add(const char *text, unsigned hash, int number) {
  struct name *name = malloc(sizeof *name + strlen(text) + 1), **bucket = &names[hash % BUCKETS];
  name->hash = hash;
  name->number = number;
  strcpy(name->text, text);
  name->next = *bucket;
  *bucket = name;
  return name;
}

static struct name *name_new(const char *text, unsigned hash) {
  if (name_count == room_for) by_number = realloc(by_number, sizeof *by_number * (size_t)(room_for = room_for * 2 + 64));
  return by_number[name_count] = name_add(text, hash, name_count), by_number[name_count++];
}

static int number_of(const char *text, unsigned hash) {
  for (struct name *name = names[hash % BUCKETS]; name; name = name->next)
    if (name->hash == hash && !strcmp(name->text, text)) return name->number;
  return name_new(text, hash)->number;
}

static int argument_number(int index) {
  for (char text[16]; argument_count <= index; argument_count++) {
    snprintf(text, sizeof text, "%d", argument_count + 1);
    int number = name_new(text, (unsigned)argument_count ^ 0x5A5A0000u)->number;
    if (first_arguments == NONE) first_arguments = number;
  }
  return first_arguments + index;
}

/* What is there before the program's first command is not the program's. */
void variables_begin(void) {
  const struct table *table = global_variables->table;
  for (int i = 0; i < limits.items; i++) argument_number(i);
  for (int i = 0; i < table->count; i++)
    for (const struct bucket *b = table->buckets[i]; b; b = b->next) name_add(b->key, b->hash, NONE);
}

static int is_never(const char *text) {
  for (int i = 0; never[i]; i++) if (!strcmp(never[i], text)) return 1;
  return 0;
}

static struct slot *slot_of(struct slots *slots, int number) {
  if (number >= slots->count) {
    int count = room_for > number ? room_for : number + 1;
    slots->all = realloc(slots->all, sizeof *slots->all * (size_t)count);
    memset(slots->all + slots->count, 0, sizeof *slots->all * (size_t)(count - slots->count));
    slots->count = count;
  }
  return &slots->all[number];
}

/* A frame begins with what its caller knows, none of it shown. */
void variables_inherit(struct slots *mine, const struct slots *outer, int with_arguments) {
  mine->count = outer->count;
  mine->all = malloc(sizeof *mine->all * (size_t)(outer->count + 1));
  memcpy(mine->all, outer->all, sizeof *mine->all * (size_t)outer->count);
  for (int i = 0; i < mine->count; i++) mine->all[i].shown = 0;
  for (int i = 0; !with_arguments && i < limits.items && first_arguments + i < mine->count; i++) mine->all[first_arguments + i] = (struct slot){ 0 };
}

void variables_forget(struct slots *slots) { free(slots->all); }

static void set(const char *name, struct slot *slot, const struct value *value) {
  size_t length = (size_t)(value->text.at - value->text.start);
  uint64_t text = print_bytes((uint64_t)value->length, value->text.start, length);
  if (slot->shown && slot->text == text) return;
  slot->text = text;
  slot->shown = 1;
  if (!record_fits(length + strlen(name))) return;
  record_key(value->length < 0 ? '=' : '~', name);
  record_words(value->type);
  record_text(value->text.start, length);
  if (value->length < 0) return;
  record_words("");
  record_number((unsigned long long)value->length);
}

static void gone(struct slot *slot, const char *name) {
  slot->print = 0;
  if (slot->shown && record_fits(strlen(name))) record_key('-', name);
  slot->shown = 0;
}

static void note(struct slots *slots, int number, uint64_t print, int level, const struct variable *variable, const char *string) {
  struct slot *slot = slot_of(slots, number);
  struct value value;
  if (slot->seen == now) return;   /* hidden by a variable of a function further in, whether it has a value or not */
  slot->seen = now;
  if (!print) { gone(slot, by_number[number]->text); return; }
  if (slot->print == print && slot->level == level) return;
  slot->print = print;
  slot->level = level;
  if (variable) value_show(variable, &value); else value_string(string, &value);
  set(by_number[number]->text, slot, &value);
}

static void note_argument(struct slots *slots, int index, const char *text) {
  size_t length = strlen(text);
  note(slots, argument_number(index), print_bytes(length + 1, text, length < 4096 ? length : 4096) | 1, ARGUMENT, 0, text);
}

static void note_arguments(struct slots *slots) {
  int index = 0;
  for (; index < 9 && index < limits.items && dollar_vars[index + 1]; index++) note_argument(slots, index, dollar_vars[index + 1]);
  for (const struct words *w = index == 9 ? rest_of_args : 0; w && index < limits.items; w = w->next) note_argument(slots, index++, w->word->text);
}

static void note_table(struct slots *slots, const struct table *table) {
  for (int i = 0; i < table->count; i++)
    for (const struct bucket *b = table->buckets[i]; b; b = b->next) {
      const struct variable *variable = b->data;
      int number = number_of(b->key, b->hash);
      if (number != NONE && !is_never(b->key)) note(slots, number, value_print(variable), variable->level, variable, 0);
    }
}

/* Adds to the open record what changed since the last one of this frame. */
void variables_note(struct slots *slots) {
  now++;
  note_arguments(slots);
  /* In deep recursion the calls between the nearest and the main body are not searched. */
  int left = NEAREST;
  for (const struct scope *scope = shell_variables; scope; scope = left-- > 0 || scope == global_variables ? scope->down : global_variables)
    if (scope->table) note_table(slots, scope->table);
  for (int i = 0; i < slots->count; i++) {
    struct slot *slot = &slots->all[i];
    if (slot->seen != now && slot->print && (left > 0 || slot->level <= 0)) gone(slot, by_number[i]->text);
  }
}
