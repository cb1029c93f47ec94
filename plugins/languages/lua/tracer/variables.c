/* Variables of a frame: locals, upvalues of enclosing functions, and for the file the globals it made. Only what changed is written. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

#define NAMES 256

struct known { const char *key; const void *value; };

static struct known builtin[NAMES];
static int stamp;

static uint64_t hash(const void *bytes, size_t length, uint64_t seed) {
  const unsigned char *at = bytes;
  uint64_t h = seed ^ length * 0x9E3779B97F4A7C15ull;
  for (; length >= 8; at += 8, length -= 8) {
    uint64_t word;
    memcpy(&word, at, 8);
    h = (h ^ word) * 0xFF51AFD7ED558CCDull;
    h ^= h >> 32;
  }
  for (; length; length--) h = (h ^ *at++) * 0x100000001B3ull;
  h ^= h >> 29;
  return h | !h;
}

/* A hash of a value that can't change by itself; 0 for one that must be looked into. */
static uint64_t quick(lua_State *L, int index) {
  int type = lua_type(L, index);
  size_t length;
  const char *bytes;
  lua_Integer integer;
  double real;
  const void *pointer;
  switch (type) {
    case LUA_TNIL: return 1;
    case LUA_TBOOLEAN: return 2 + (uint64_t)lua_toboolean(L, index);
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) { integer = lua_tointegerx(L, index, 0); return hash(&integer, sizeof integer, 5); }
      real = lua_tonumberx(L, index, 0);
      return hash(&real, sizeof real, 6);
    case LUA_TSTRING: bytes = lua_tolstring(L, index, &length); return hash(bytes, length < 4096 ? length : 4096, length + 7);
    case LUA_TTABLE: case LUA_TTHREAD: case LUA_TUSERDATA: return 0;
    default: pointer = lua_topointer(L, index); return hash(&pointer, sizeof pointer, 8);
  }
}

static struct slot *slot_of(struct frame *frame, const char *name, int hint) {
  if (hint < frame->count && frame->slots[hint].name == name) return &frame->slots[hint];
  for (int i = 0; i < frame->count; i++) if (frame->slots[i].name == name || !strcmp(frame->slots[i].name, name)) return &frame->slots[i];
  if (frame->count == frame->capacity) {
    int capacity = frame->capacity ? frame->capacity * 2 : 8;
    struct slot *larger = tracer_realloc(frame->slots, sizeof *larger * (size_t)capacity);
    if (!larger) return 0;
    frame->slots = larger;
    frame->capacity = capacity;
  }
  frame->slots[frame->count] = (struct slot){ name, 0, 0 };
  return &frame->slots[frame->count++];
}

/* The value lies on the top of the stack. */
static void note(struct frame *frame, lua_State *L, const char *name, int hint) {
  struct slot *slot = slot_of(frame, name, hint);
  if (!slot) return;
  slot->seen = stamp;
  uint64_t now = quick(L, -1);
  if (now && now == slot->hash) return;
  struct value value;
  value_show(L, -1, &value);
  if (!now) now = hash(value.text.start, (size_t)(value.text.at - value.text.start), (uint64_t)value.alias << 40 ^ (uint64_t)value.length ^ 9);
  if (now != slot->hash) {
    if (value.alias) alias_call(lua_topointer(L, -1), name);
    slot->hash = now;
    value_item(name, '=', '~', &value);
  }
  text_free(&value.text);
}

static int is_shadowed(lua_State *L, const lua_Debug *call, const char *name, int number) {
  for (const char *later; (later = lua_getlocal(L, call, ++number));) {
    lua_pop(L, 1);
    if (later == name) return 1;
  }
  return 0;
}

static void locals(struct frame *frame, lua_State *L, lua_Debug *call) {
  const char *name;
  int hint = 0;
  for (int i = 1; (name = lua_getlocal(L, call, i)); i++) {
    if (*name != '(' && !is_shadowed(L, call, name, i)) note(frame, L, name, hint++);
    lua_pop(L, 1);
  }
}

static void further_arguments(struct frame *frame, lua_State *L, lua_Debug *call) {
  int count = 0;
  while (count < limits.items + 1 && lua_getlocal(L, call, -1 - count)) { lua_pop(L, 1); count++; }
  struct slot *slot = count ? slot_of(frame, "...", frame->count) : 0;
  if (!slot) return;
  slot->seen = stamp;
  if (slot->hash) return;   /* they never change */
  slot->hash = 1;
  struct value value;
  values_show(L, call, -1, count, &value);
  value.type = "values";
  value_item("...", '=', '~', &value);
  text_free(&value.text);
}

static void upvalues(struct frame *frame, lua_State *L, lua_Debug *call) {
  int any = 0;
  for (int i = 0; i < frame->proto->upvalues; i++) any |= frame->proto->shown_upvalues[i];
  if (!any) return;
  lua_getinfo(L, "f", call);
  for (int i = 0; i < frame->proto->upvalues; i++) {
    const char *name = frame->proto->shown_upvalues[i] ? lua_getupvalue(L, -1, i + 1) : 0;
    if (!name) continue;
    struct slot *slot = slot_of(frame, name, 0);
    if (strcmp(name, "_ENV") && slot && slot->seen != stamp) note(frame, L, name, 0);   /* a local of this name hides it */
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static struct known *builtin_of(const char *key) {
  size_t i = ((uintptr_t)key >> 3) % NAMES;
  while (builtin[i].key && builtin[i].key != key) i = (i + 1) % NAMES;
  return &builtin[i];
}

void globals_remember(lua_State *L) {
  int count = 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    if (lua_type(L, -2) == LUA_TSTRING && ++count < NAMES / 2) {
      const char *key = lua_tolstring(L, -2, 0);
      *builtin_of(key) = (struct known){ key, lua_topointer(L, -1) };
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

/* Names outlive the program's strings here: a global that went away is still told. */
static const char *lasting(const char *name) {
  static struct { char **names; size_t count; } kept[256];
  size_t i = hash(name, strlen(name), 0) % 256;
  for (size_t n = 0; n < kept[i].count; n++) if (!strcmp(kept[i].names[n], name)) return kept[i].names[n];
  char **larger = tracer_realloc(kept[i].names, sizeof *larger * (kept[i].count + 1)), *copy = tracer_copy(name);
  if (!larger || !copy) return 0;
  kept[i].names = larger;
  return larger[kept[i].count++] = copy;
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static int is_own(lua_State *L) {
  if (lua_type(L, -2) != LUA_TSTRING) return 0;
  struct known *known = builtin_of(lua_tolstring(L, -2, 0));
  return !known->key || known->value != lua_topointer(L, -1);
}

/* The order of a table's keys differs from run to run, so they are taken by name. */
static void globals(struct frame *frame, lua_State *L) {
  const char *names[NAMES];
  size_t count = 0;
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    const char *name = is_own(L) ? lasting(lua_tolstring(L, -2, 0)) : 0;
    lua_pop(L, 1);
    if (name && count < NAMES) names[count++] = name;
    if (count == NAMES) { lua_pop(L, 1); break; }
  }
  qsort(names, count, sizeof *names, by_name);
  for (size_t i = 0; i < count; i++) {
    struct slot *slot = slot_of(frame, names[i], 0);
    if (!slot || slot->seen == stamp) continue;
    lua_pushstring(L, names[i]);
    lua_rawget(L, -2);
    note(frame, L, names[i], 0);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void gone(struct frame *frame) {
  int kept = 0;
  for (int i = 0; i < frame->count; i++) {
    if (frame->slots[i].seen == stamp) { frame->slots[kept++] = frame->slots[i]; continue; }
    if (frame->slots[i].hash && record_fits(strlen(frame->slots[i].name))) record_key('-', frame->slots[i].name);
  }
  frame->count = kept;
}

void variables_note(struct frame *frame, lua_State *L, lua_Debug *call) {
  stamp++;
  locals(frame, L, call);
  further_arguments(frame, L, call);
  upvalues(frame, L, call);
  if (frame->proto->is_main && !frame->proto->file) globals(frame, L);
  gone(frame);
}
