/* Calls of the library's functions that raise, catch and yield. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdio.h>
#include <string.h>

#define HANDLERS 32

static lua_CFunction f_error, f_assert, f_pcall, f_xpcall, f_resume, f_yield;
static const void *handlers[HANDLERS];
static int handler_count;
static const void *host_handler;   /* of the interpreter itself: it sees what nobody catches */

static lua_CFunction named(lua_State *L, const char *module, const char *name) {
  int top = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  if (module) { lua_pushstring(L, module); if (lua_rawget(L, -2) != LUA_TTABLE) { lua_settop(L, top); return 0; } }
  lua_pushstring(L, name);
  lua_rawget(L, -2);
  lua_CFunction found = lua_tocfunction(L, -1);
  lua_settop(L, top);
  return found;
}

/* The interpreter put its handler on the stack of its own main function, below the script. */
static void find_host_handler(lua_State *L) {
  lua_Debug call;
  int level = 0;
  while (lua_getstack(L, level, &call)) level++;
  if (!level || !lua_getstack(L, level - 1, &call)) return;
  for (int i = 1; lua_getlocal(L, &call, i); i++) {
    if (lua_iscfunction(L, -1)) host_handler = lua_topointer(L, -1);
    lua_pop(L, 1);
  }
}

void calls_remember(lua_State *L) {
  f_error = named(L, 0, "error");
  f_assert = named(L, 0, "assert");
  f_pcall = named(L, 0, "pcall");
  f_xpcall = named(L, 0, "xpcall");
  f_resume = named(L, "coroutine", "resume");
  f_yield = named(L, "coroutine", "yield");
  find_host_handler(L);
}

static int argument(lua_State *L, lua_Debug *call, int number) { return lua_getlocal(L, call, number) != 0; }

/* What `error` puts in front of a message: the place of the function at this level. */
static void raise_at(lua_State *L, lua_Debug *call) {
  lua_Debug place;
  lua_Integer level = 1;
  if (argument(L, call, 2)) { if (lua_type(L, -1) == LUA_TNUMBER) level = lua_tointegerx(L, -1, 0); lua_pop(L, 1); }
  if (!argument(L, call, 1)) { error_text("nil"); return; }
  if (lua_type(L, -1) == LUA_TSTRING && level > 0 && lua_getstack(L, (int)level, &place) && lua_getinfo(L, "Sl", &place) && place.currentline > 0) {
    static char message[4096];
    snprintf(message, sizeof message, "%s:%d: %s", place.short_src, place.currentline, lua_tolstring(L, -1, 0));
    error_text(message);
  } else error_raise(L, -1);
  lua_pop(L, 1);
}

static void assertion(lua_State *L, lua_Debug *call) {
  if (!argument(L, call, 1)) return;
  int holds = lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (holds) return;
  if (!argument(L, call, 2)) { error_text("assertion failed!"); return; }
  error_raise(L, -1);
  lua_pop(L, 1);
}

static void expect_handler(lua_State *L, lua_Debug *call) {
  if (!argument(L, call, 2)) return;
  handlers[handler_count++ % HANDLERS] = lua_topointer(L, -1);
  lua_pop(L, 1);
}

/* Whether the function on the top of the stack is called to look at an error that was just raised. */
void calls_handler(lua_State *L, lua_Debug *call) {
  if (error_raised) return;
  const void *function = lua_topointer(L, -1);
  int found = function == host_handler;
  for (int i = 0; i < handler_count && i < HANDLERS; i++) found |= handlers[i] == function;
  if (!found) return;
  lua_getinfo(L, "n", call);
  if (*call->namewhat && strcmp(call->namewhat, "metamethod") && strcmp(call->namewhat, "for iterator")) return;   /* called by its name */
  if (!argument(L, call, 1)) return;
  error_raise(L, -1);
  lua_pop(L, 1);
}

static void yielded(lua_State *L, lua_Debug *call) {
  if (!lua_isyieldable(L)) return;
  lua_getinfo(L, "r", call);
  struct value values;
  values_show(L, call, call->ftransfer, call->ntransfer, &values);
  frame_suspend(L, call->ntransfer ? &values : 0);
  text_free(&values.text);
}

void calls_entered(lua_State *L, lua_Debug *call) {
  lua_CFunction function = lua_tocfunction(L, -1);
  if (handler_count || host_handler == (const void *)function) calls_handler(L, call);
  if (function == f_error) { frame_sync(L); raise_at(L, call); }
  else if (function == f_assert) assertion(L, call);
  else if (function == f_xpcall) expect_handler(L, call);
  else if (function == f_yield) { frame_sync(L); yielded(L, call); }
}

/* A protected call that returns false caught an error. */
static void protected(lua_State *L, lua_Debug *call, lua_CFunction function) {
  /* Nothing was raised when a coroutine could not be resumed. */
  if (function == f_resume && !error_raised && (!depth || frames[depth - 1].L == L)) return;
  lua_getinfo(L, "r", call);
  if (call->ntransfer < 2 || !lua_getlocal(L, call, call->ftransfer)) return;
  int fine = lua_type(L, -1) != LUA_TBOOLEAN || lua_toboolean(L, -1);
  lua_pop(L, 1);
  if (fine || !lua_getlocal(L, call, call->ftransfer + 1)) return;
  error_raise(L, -1);
  frame_sync(L);
  error_caught(L, -1);
  lua_pop(L, 1);
}

void calls_left(lua_State *L, lua_Debug *call) {
  lua_CFunction function = lua_tocfunction(L, -1);
  frame_resume(L);
  if (function == f_pcall || function == f_xpcall || function == f_resume) protected(L, call, function);
  frame_sync(L);
}
