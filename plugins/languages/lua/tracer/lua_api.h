/* What the tracer uses of Lua 5.4's C interface. Declared here, so that tracing needs no header package beside the interpreter;
   luaL_checkversion_ refuses an interpreter with another layout. */
#ifndef CODEALCHEMY_LUA_API_H
#define CODEALCHEMY_LUA_API_H

#include <stddef.h>

typedef struct lua_State lua_State;
typedef long long lua_Integer;
typedef double lua_Number;
typedef int (*lua_CFunction)(lua_State *);
typedef void *(*lua_Alloc)(void *context, void *old, size_t old_size, size_t size);
typedef int (*lua_Writer)(lua_State *, const void *bytes, size_t length, void *context);

/* A record of the call stack. The order and types of its fields are part of the 5.4 interface. */
typedef struct lua_Debug {
  int event;
  const char *name, *namewhat, *what, *source;
  size_t srclen;
  int currentline, linedefined, lastlinedefined;
  unsigned char nups, nparams;
  char isvararg, istailcall;
  unsigned short ftransfer, ntransfer;
  char short_src[60];
  void *call;   /* stays the same while the function runs */
} lua_Debug;

typedef void (*lua_Hook)(lua_State *, lua_Debug *);

enum { LUA_TNIL, LUA_TBOOLEAN, LUA_TLIGHTUSERDATA, LUA_TNUMBER, LUA_TSTRING, LUA_TTABLE, LUA_TFUNCTION, LUA_TUSERDATA, LUA_TTHREAD };
enum { LUA_HOOKCALL, LUA_HOOKRET, LUA_HOOKLINE, LUA_HOOKCOUNT, LUA_HOOKTAILCALL };
enum { LUA_MASKCALL = 1, LUA_MASKRET = 2, LUA_MASKLINE = 4 };
enum { LUA_OK, LUA_YIELD };

#define LUA_REGISTRYINDEX (-1000000 - 1000)
#define LUA_RIDX_GLOBALS 2
#define LUA_VERSION_NUM 504
#define LUA_SIZES (sizeof(lua_Integer) * 16 + sizeof(lua_Number))

extern void luaL_checkversion_(lua_State *, lua_Number version, size_t sizes);
extern void lua_sethook(lua_State *, lua_Hook, int mask, int count);
extern int lua_getstack(lua_State *, int level, lua_Debug *);
extern int lua_getinfo(lua_State *, const char *what, lua_Debug *);
extern const char *lua_getlocal(lua_State *, const lua_Debug *, int number);
extern const char *lua_getupvalue(lua_State *, int index, int number);
extern int lua_gettop(lua_State *);
extern void lua_settop(lua_State *, int index);
extern int lua_checkstack(lua_State *, int slots);
extern int lua_type(lua_State *, int index);
extern const char *lua_typename(lua_State *, int type);
extern int lua_isinteger(lua_State *, int index);
extern int lua_toboolean(lua_State *, int index);
extern lua_Integer lua_tointegerx(lua_State *, int index, int *is);
extern lua_Number lua_tonumberx(lua_State *, int index, int *is);
extern const char *lua_tolstring(lua_State *, int index, size_t *length);
extern lua_CFunction lua_tocfunction(lua_State *, int index);
extern int lua_iscfunction(lua_State *, int index);
extern lua_State *lua_tothread(lua_State *, int index);
extern const void *lua_topointer(lua_State *, int index);
extern unsigned long long lua_rawlen(lua_State *, int index);
extern int lua_rawget(lua_State *, int index);
extern int lua_rawgeti(lua_State *, int index, lua_Integer number);
extern int lua_getmetatable(lua_State *, int index);
extern int lua_next(lua_State *, int index);
extern int lua_absindex(lua_State *, int index);
extern void lua_pushnil(lua_State *);
extern void lua_pushinteger(lua_State *, lua_Integer);
extern void lua_pushvalue(lua_State *, int index);
extern const char *lua_pushstring(lua_State *, const char *);
extern int lua_status(lua_State *);
extern int lua_isyieldable(lua_State *);
extern int lua_dump(lua_State *, lua_Writer, void *context, int strip);
extern lua_Alloc lua_getallocf(lua_State *, void **context);
extern void lua_setallocf(lua_State *, lua_Alloc, void *context);
extern void luaL_where(lua_State *, int level);

#define lua_pop(L, n) lua_settop(L, -(n) - 1)

#endif
