/* What changed in a frame: the variables of a procedure, with those that it took over by `global`, `variable` and `upvar`; the main
   body's are those of the global namespace that were not there before the program. */
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

static char **library;
static int library_count;
static unsigned now;

void variables_begin(Tcl_Interp *interp) {
  Tcl_HashSearch search;
  Tcl_HashTable *table = SPACE_TABLE(GLOBAL_SPACE(interp));
  library = malloc(sizeof *library * (size_t)(table->entries + 2));
  for (Tcl_HashEntry *e = Tcl_FirstHashEntry(table, &search); e; e = Tcl_NextHashEntry(&search)) {
    const char *name = Tcl_GetStringFromObj(ENTRY_NAME(e), 0);
    if (strcmp(name, "argv") || !Tcl_GetStringFromObj(ENTRY_VAR(e)->value.object, 0)[0]) library[library_count++] = strdup(name);
  }
}

static int is_library(const char *name) {
  if (!strcmp(name, "errorInfo") || !strcmp(name, "errorCode") || !strncmp(name, "auto_", 5) || !strncmp(name, "tcl_", 4)) return 1;
  for (int i = 0; i < library_count; i++) if (!strcmp(name, library[i])) return 1;
  return 0;
}

static uint64_t print_of(const struct value *value) {
  uint64_t print = 0xCBF29CE484222325u ^ (uint64_t)value->length;
  for (const char *at = value->text.start; at < value->text.at; at++) print = (print ^ (unsigned char)*at) * 0x100000001B3u;
  return print;
}

/* Names mostly come in the same order: the search begins where the last one ended. */
static struct slot *slot_of(struct slots *slots, const char *name, int hint) {
  for (int i = 0; i < slots->count; i++) {
    struct slot *slot = &slots->all[(i + hint) % slots->count];
    if (!strcmp(slot->name, name)) return slot;
  }
  if (slots->count == slots->room) slots->all = realloc(slots->all, sizeof *slots->all * (size_t)(slots->room = slots->room * 2 + 8));
  slots->all[slots->count] = (struct slot){ .name = strdup(name) };
  return &slots->all[slots->count++];
}

static void note(struct slots *slots, Tcl_Obj *name_object, const struct var *var, int hint) {
  const char *name = Tcl_GetStringFromObj(name_object, 0);
  struct value value;
  while (var && var->flags & VAR_LINK) var = var->value.link;
  if (!var || !var->value.object) return;
  struct slot *slot = slot_of(slots, name, hint);
  if (slot->seen == now) return;
  slot->seen = now;
  if (var->flags & VAR_ARRAY) value_array(var->value.table, &value); else value_show(var->value.object, &value);
  uint64_t print = print_of(&value);
  if (slot->print != print) { slot->print = print; value_item(name, &value); }
  text_free(&value.text);
}

static void note_table(struct slots *slots, Tcl_HashTable *table, int is_global) {
  Tcl_HashSearch search;
  int hint = 0;
  for (Tcl_HashEntry *e = Tcl_FirstHashEntry(table, &search); e; e = Tcl_NextHashEntry(&search))
    if (!is_global || !is_library(Tcl_GetStringFromObj(ENTRY_NAME(e), 0))) note(slots, ENTRY_NAME(e), ENTRY_VAR(e), hint++);
}

void variables_note(struct slots *slots, Tcl_Interp *interp, struct call *call) {
  now++;
  if (!call->is_proc) note_table(slots, SPACE_TABLE(GLOBAL_SPACE(interp)), 1);
  for (int i = 0; call->is_proc && call->cache && i < call->local_count && i < call->cache->count; i++)
    if (call->cache->names[i] && !(call->locals[i].flags & VAR_TEMPORARY)) note(slots, call->cache->names[i], &call->locals[i], i);
  if (call->is_proc && call->table) note_table(slots, call->table, 0);
  for (int i = 0; i < slots->count; i++) {
    struct slot *slot = &slots->all[i];
    if (slot->seen == now || !slot->print) continue;
    slot->print = 0;
    if (record_fits(strlen(slot->name))) record_key('-', slot->name);
  }
}

void variables_forget(struct slots *slots) {
  for (int i = 0; i < slots->count; i++) free(slots->all[i].name);
  free(slots->all);
}
