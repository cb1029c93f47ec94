/* Shows values as Lua would write them. Tables are read raw, so that no metamethod runs. */
#define _GNU_SOURCE
#include "tracer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SORTED 256    /* more keys than these are left out: putting them in order at every line would take too long */
#define COUNTED 256 /* beyond this many other keys their number is not told */
#define NESTING 16
#define LIBRARY 256

static const void *path[NESTING];
static int nesting;
static struct { lua_CFunction function; char name[48]; } library[LIBRARY];
static int library_count;

static void show(lua_State *L, int index, struct text *text, int levels);

static void integer(struct text *text, lua_Integer value) {
  char room[32];
  text_bytes(text, room, (size_t)sprintf(room, "%lld", value));
}

static void real(struct text *text, double value) {
  char room[48];
  if (isnan(value)) { text_words(text, "nan"); return; }
  if (isinf(value)) { text_words(text, value > 0 ? "math.huge" : "-math.huge"); return; }
  for (int digits = 14; digits <= 17; digits++) {
    sprintf(room, "%.*g", digits, value);
    if (strtod(room, 0) == value) break;
  }
  if (!strpbrk(room, ".e")) strcat(room, ".0");
  text_words(text, room);
}

static void function(lua_State *L, int index, struct text *text) {
  lua_CFunction c = lua_tocfunction(L, index);
  for (int i = 0; c && i < library_count; i++) if (library[i].function == c) { text_words(text, library[i].name); return; }
  text_words(text, c ? "function(..." : "function(");
  lua_Debug shape;
  const char *name;
  int i = 1;
  lua_pushvalue(L, index);
  for (; !c && (name = lua_getlocal(L, 0, i)); i++) {
    if (i > 1) text_words(text, ", ");
    text_words(text, name);
  }
  if (!c && lua_getinfo(L, ">u", &shape) && shape.isvararg) text_words(text, i > 1 ? ", ..." : "...");
  if (c) lua_pop(L, 1);
  text_words(text, ")");
}

static void coroutine(lua_State *L, int index, struct text *text) {
  lua_State *thread = lua_tothread(L, index);
  lua_Debug call;
  const char *state = thread == L ? "running" : lua_status(thread) == LUA_YIELD ? "suspended" : lua_status(thread) != LUA_OK ? "dead"
    : lua_getstack(thread, 0, &call) ? "normal" : lua_gettop(thread) ? "suspended" : "dead";
  text_words(text, "coroutine (");
  text_words(text, state);
  text_words(text, ")");
}

/* The name a metatable gives its objects: __name, else that of the variable that held it first. */
static void class_name(lua_State *L, int index, struct text *text, const char *otherwise) {
  const char *name = 0;
  if (lua_getmetatable(L, index)) {
    const void *metatable = lua_topointer(L, -1);
    lua_pushstring(L, "__name");
    if (lua_rawget(L, -2) == LUA_TSTRING) name = lua_tolstring(L, -1, 0);
    if (!name) name = alias_name(metatable);
    if (name) text_words(text, name);
    lua_pop(L, 2);
  }
  if (!name) text_words(text, otherwise);
  else if (lua_type(L, index) == LUA_TTABLE) text_words(text, " ");
}

static void key(lua_State *L, int index, struct text *text, int levels) {
  if (lua_type(L, index) == LUA_TSTRING) {
    size_t length;
    const char *bytes = lua_tolstring(L, index, &length);
    text_name(text, bytes, length);
  } else {
    text_words(text, "[");
    show(L, index, text, levels);
    text_words(text, "]");
  }
  text_words(text, " = ");
}

static int by_text(const void *a, const void *b) {
  const struct text *x = a, *y = b;
  size_t n = (size_t)(x->at - x->start), m = (size_t)(y->at - y->start);
  int order = memcmp(x->start, y->start, n < m ? n : m);
  return order ? order : n < m ? -1 : n > m;
}

/* Keys that are no part of the sequence. */
static int count_rest(lua_State *L, int index, lua_Integer length) {
  int count = 0;
  if (length) lua_pushinteger(L, length); else lua_pushnil(L);
  while (lua_next(L, index)) {
    lua_pop(L, 1);
    if (++count > SORTED) { lua_pop(L, 1); break; }
  }
  return count;
}

static int rest(lua_State *L, int index, lua_Integer length, struct text *text, int levels, int first, int items) {
  int count = count_rest(L, index, length);
  if (!count) return first;
  if (count > SORTED || items <= 0) { if (!first) text_words(text, ", "); text_omit(text); return 0; }
  struct text parts[SORTED];
  int n = 0;
  struct text base;
  text_open(&base, 0);
  if (length) lua_pushinteger(L, length); else lua_pushnil(L);
  while (n < count && lua_next(L, index)) {
    struct text *part = &parts[n++];
    text_open(part, text->left < limits.characters ? text->left + 1 : limits.characters);
    key(L, lua_gettop(L) - 1, part, levels - 1);
    show(L, lua_gettop(L), part, levels - 1);
    text_close(part);
    lua_pop(L, 1);
  }
  qsort(parts, (size_t)n, sizeof *parts, by_text);
  for (int i = 0; i < n && !text->cut; i++) {
    if (!first) text_words(text, ", ");
    first = 0;
    if (i == items) { text_omit(text); break; }
    text_bytes(text, parts[i].start, (size_t)(parts[i].at - parts[i].start));
  }
  text_free(&base);
  return 0;
}

static int on_path(const void *object) {
  for (int i = 0; i < nesting; i++) if (path[i] == object) return 1;
  return 0;
}

static void table(lua_State *L, int index, struct text *text, int levels) {
  const void *object = lua_topointer(L, index);
  class_name(L, index, text, "");
  if (on_path(object)) { text_words(text, "{...}"); return; }
  lua_Integer length = (lua_Integer)lua_rawlen(L, index);
  int top = lua_gettop(L);
  if (levels <= 0 || nesting == NESTING || !lua_checkstack(L, 8)) {
    lua_pushnil(L);
    int any = lua_next(L, index);
    lua_settop(L, top);
    text_words(text, any ? "{…}" : "{}");
    return;
  }
  path[nesting++] = object;
  text_words(text, "{");
  lua_Integer i = 1;
  for (; i <= length && !text->cut; i++) {
    if (i > 1) text_words(text, ", ");
    if (i > limits.items) { text_omit(text); break; }
    lua_rawgeti(L, index, i);
    show(L, lua_gettop(L), text, levels - 1);
    lua_pop(L, 1);
  }
  if (!text->cut) rest(L, index, length, text, levels, length == 0, limits.items - (int)length);
  lua_settop(L, top);
  nesting--;
  text_words(text, "}");
}

static void show(lua_State *L, int index, struct text *text, int levels) {
  size_t length;
  const char *bytes;
  if (text->cut) return;
  switch (lua_type(L, index)) {
    case LUA_TNIL: text_words(text, "nil"); break;
    case LUA_TBOOLEAN: text_words(text, lua_toboolean(L, index) ? "true" : "false"); break;
    case LUA_TNUMBER: if (lua_isinteger(L, index)) integer(text, lua_tointegerx(L, index, 0)); else real(text, lua_tonumberx(L, index, 0)); break;
    case LUA_TSTRING: bytes = lua_tolstring(L, index, &length); text_string(text, bytes, length); break;
    case LUA_TTABLE: table(L, index, text, levels); break;
    case LUA_TFUNCTION: function(L, index, text); break;
    case LUA_TTHREAD: coroutine(L, index, text); break;
    default: class_name(L, index, text, "userdata");
  }
}

/* How many there are, when not all could be shown: characters of a literal, entries of a table. */
static long long full_length(lua_State *L, int index) {
  size_t length;
  if (lua_type(L, index) == LUA_TSTRING) { const char *bytes = lua_tolstring(L, index, &length); return text_length(bytes, length); }
  if (lua_type(L, index) != LUA_TTABLE) return -1;
  lua_Integer count = (lua_Integer)lua_rawlen(L, index);
  if (count) lua_pushinteger(L, count); else lua_pushnil(L);
  for (int others = 0; lua_next(L, index); count++) {
    lua_pop(L, 1);
    if (++others > COUNTED) { lua_pop(L, 1); return -1; }
  }
  return count;
}

void value_show(lua_State *L, int index, struct value *value) {
  int fresh;
  index = lua_absindex(L, index);
  nesting = 0;
  value->type = lua_typename(L, lua_type(L, index));
  value->alias = lua_type(L, index) == LUA_TTABLE ? alias_of(lua_topointer(L, index), &fresh) : 0;
  text_open(&value->text, limits.characters);
  show(L, index, &value->text, limits.depth);
  value->length = value->text.cut ? full_length(L, index) : -1;
  text_close(&value->text);
}

/* Several values: what a function returns, or its further arguments. */
void values_show(lua_State *L, const lua_Debug *call, int first, int count, struct value *value) {
  if (count == 1 && lua_getlocal(L, call, first)) {
    value_show(L, -1, value);
    lua_pop(L, 1);
    return;
  }
  value->type = "values";
  value->alias = 0;
  value->length = -1;
  nesting = 0;
  text_open(&value->text, limits.characters);
  int step = first < 0 ? -1 : 1;
  for (int i = 0; i < count && lua_getlocal(L, call, first + step * i); i++) {
    if (i) text_words(&value->text, ", ");
    if (i >= limits.items) text_omit(&value->text);
    show(L, lua_gettop(L), &value->text, limits.depth);
    lua_pop(L, 1);
  }
  if (value->text.cut) value->length = count;
  text_close(&value->text);
}

void value_item(const char *name, char plain, char rich, const struct value *value) {
  size_t length = (size_t)(value->text.at - value->text.start);
  int simple = !value->alias && value->length < 0;
  if (!record_fits(length + strlen(name) + strlen(value->type))) return;
  record_key(simple ? plain : rich, name);
  record_words(value->type);
  record_text(value->text.start, length);
  if (simple) return;
  if (value->alias) record_number((unsigned)value->alias); else record_text("", 0);
  if (value->length >= 0) record_number((unsigned long long)value->length); else record_text("", 0);
}

static void add(lua_CFunction function, const char *module, const char *name) {
  if (!function || library_count == LIBRARY) return;
  for (int i = 0; i < library_count; i++) if (library[i].function == function) return;
  library[library_count].function = function;
  snprintf(library[library_count++].name, sizeof library->name, "%s%s%s", module, *module ? "." : "", name);
}

static void add_module(lua_State *L, const char *module) {
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    if (lua_type(L, -2) == LUA_TSTRING) add(lua_tocfunction(L, -1), module, lua_tolstring(L, -2, 0));
    lua_pop(L, 1);
  }
}

/* Functions of the library are shown by their names. */
void library_names(lua_State *L) {
  static const char *const modules[] = { "string", "table", "math", "io", "os", "coroutine", "utf8", "debug" };
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  add_module(L, "");
  for (size_t i = 0; i < sizeof modules / sizeof *modules; i++) {
    lua_pushstring(L, modules[i]);
    if (lua_rawget(L, -2) == LUA_TTABLE) add_module(L, modules[i]);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}
