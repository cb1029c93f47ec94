/* Start and end, and the hook. It lies in C, so a coroutine inherits it and the program's own stack never shows it. */
#define _GNU_SOURCE
#include "tracer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

static const char *name_of(lua_State *L, lua_Debug *call, const struct proto *proto) {
  if (*proto->name && !proto->ambiguous) return proto->name;
  lua_getinfo(L, "n", call);
  return call->name && strcmp(call->namewhat, "metamethod") && strcmp(call->namewhat, "for iterator") && strcmp(call->namewhat, "hook") ? call->name : "<anonymous>";
}

static void entered(lua_State *L, lua_Debug *call) {
  calls_handler(L, call);
  struct proto *proto = proto_of(L, call);
  lua_Debug caller;
  int i;
  if (!proto) return;
  if (call->event == LUA_HOOKTAILCALL && (i = frame_find(L, call->call)) >= 0) frame_unwind_to(i + 1);
  else {
    if (!lua_getstack(L, 1, &caller)) frame_forget(L);
    frame_sync(L);
  }
  struct frame *frame = frame_push(L, call->call, proto, name_of(L, call, proto));
  if (!frame) return;
  variables_note(frame, L, call);
  record_finish();
}

static struct frame *current(lua_State *L, const lua_Debug *call) {
  int i = depth - 1;
  if (i < 0 || frames[i].L != L || frames[i].call != call->call) i = frame_find(L, call->call);
  if (i < 0) return 0;
  frame_unwind_to(i + 1);
  return &frames[i];
}

static void left(lua_State *L, lua_Debug *call) {
  if (!current(L, call)) return;
  lua_getinfo(L, "r", call);
  struct value values;
  values_show(L, call, call->ftransfer, call->ntransfer, &values);
  frame_return(L, call, call->ntransfer ? &values : 0);
  text_free(&values.text);
}

static void line(lua_State *L, lua_Debug *call) {
  struct frame *frame = current(L, call);
  int moved, shown;
  if (!frame || (shown = proto_line(frame->proto, call->currentline, &moved)) < 0) return;
  if (shown == frame->line && (moved || frame->moved)) { frame->moved = moved; return; }   /* the other half of a statement that holds a function */
  frame->line = shown;
  frame->moved = moved;
  frame_line(frame);
  variables_note(frame, L, call);
  record_finish();
}

static void called(lua_State *L, lua_Debug *call) {
  lua_getinfo(L, "f", call);
  int is_c = lua_iscfunction(L, -1);
  if (call->event == LUA_HOOKRET) { if (is_c) calls_left(L, call); else left(L, call); }
  else if (is_c) calls_entered(L, call);
  else entered(L, call);
}

static void hook(lua_State *L, lua_Debug *call) {
  if (!recording) { lua_sethook(L, 0, 0, 0); return; }
  int top = lua_gettop(L);
  if (call->event == LUA_HOOKLINE) line(L, call);
  else called(L, call);
  lua_settop(L, top);
}

static void in_child(void) { recording = 0; }

/* Where a program's tables lie must not look reproducible: a hook moves them a little. Hashes are seeded by now; what depends on
   an address shows as different in every run, traced or not, as it does in Lua itself. */
static void scatter(void) {
  unsigned short steps = 0;
  if (getrandom(&steps, sizeof steps, 0) == sizeof steps) {
    volatile char *kept = malloc(16 * (1 + (size_t)(steps & 0xFFF)));
    (void)kept;
  }
}

/* Called by the chunk in LUA_INIT, before the interpreter loads the program. */
int codealchemy_start(lua_State *L) {
  luaL_checkversion_(L, LUA_VERSION_NUM, LUA_SIZES);
  unsetenv("LUA_INIT_5_4");
  scatter();
  wire_start();
  if (!recording) return 0;
  int top = lua_gettop(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
  lua_pushstring(L, "arg");
  if (lua_rawget(L, -2) == LUA_TTABLE && lua_rawgeti(L, -1, 0) == LUA_TSTRING) protos_main(lua_tolstring(L, -1, 0));
  else recording = 0;
  lua_settop(L, top);
  calls_remember(L);
  library_names(L);
  globals_remember(L);
  aliases_watch(L);
  pthread_atfork(0, 0, in_child);
  lua_sethook(L, hook, LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE, 0);
  return 0;
}

/* What is still open when the program exits is left by exit. */
__attribute__((destructor)) static void finish(void) {
  if (!recording) return;
  error_raised = 1;
  frame_unwind_to(0);
  input_note();
  wire_flush();
  recording = 0;
}
