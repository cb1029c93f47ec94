/* The parts of the Lua tracer. It lies in the interpreter's process beside the program and calls no code of it. */
#ifndef CODEALCHEMY_TRACER_H
#define CODEALCHEMY_TRACER_H

#include "lua_api.h"

#include <stdint.h>

/* memory.c: the tracer keeps off the program's heap. */
void *tracer_malloc(size_t size);
void *tracer_calloc(size_t count, size_t size);
void *tracer_realloc(void *old, size_t size);
void tracer_free(void *old);
char *tracer_copy(const char *text);

/* wire.c: records, written into the mapped trace file. */
struct limits { long long events, bytes; int depth, items, characters; };
extern struct limits limits;
extern int recording;
void wire_open(void);
void wire_start(void);
void record_start(char kind);
void record_number(unsigned long long value);
void record_text(const char *bytes, size_t length);
void record_words(const char *text);
int record_fits(size_t length);
void record_key(char mark, const char *name);
void record_finish(void);
void wire_output(int descriptor, const char *bytes, size_t length);
void wire_input(const char *bytes, size_t length);
void wire_flush(void);

/* text.c: the text of one value, cut at a number of characters. */
struct text { char *start, *at, *end; int left, cut; };
void text_open(struct text *text, int characters);
void text_close(struct text *text);
void text_bytes(struct text *text, const char *bytes, size_t length);
void text_words(struct text *text, const char *words);
void text_string(struct text *text, const char *bytes, size_t length);
void text_name(struct text *text, const char *bytes, size_t length);
void text_omit(struct text *text);
int text_length(const char *bytes, size_t length);
void text_free(struct text *text);

/* values.c: what a value looks like. */
struct value { const char *type; struct text text; int alias; long long length; };
void value_show(lua_State *L, int index, struct value *value);
void values_show(lua_State *L, const lua_Debug *call, int first, int count, struct value *value);
void value_item(const char *name, char plain, char rich, const struct value *value);
void library_names(lua_State *L);

/* aliases.c: numbers of objects that were shown. */
int alias_of(const void *object, int *fresh);
const char *alias_name(const void *object);
void alias_call(const void *object, const char *name);
void aliases_watch(lua_State *L);

/* protos.c: what the compiled program says about functions and lines. */
struct proto {
  struct proto *next, *parent;
  const char *source, *file;        /* as Lua names it; NULL for the main file */
  int first, last;                  /* lines of its definition, 0 for a main chunk */
  char name[64];                    /* "" when its text gives none */
  int is_main, ambiguous;
  int *moved, lines;                /* by line from `first` on: the line to show, 0 as it is, -1 none */
  unsigned char shown_upvalues[32]; /* those that belong to an enclosing function */
  int upvalues;
};
struct proto *proto_of(lua_State *L, lua_Debug *call);
int proto_line(const struct proto *proto, int line, int *moved);
void protos_main(const char *script);

/* frames.c: the calls that are open, over all coroutines in the order in which they were made. */
struct slot { const char *name; uint64_t hash; int seen; };
struct frame {
  lua_State *L; void *call; struct proto *proto; const char *name;
  int number, line, moved;
  struct slot *slots; int count, capacity;
};
extern struct frame *frames;
extern int depth;
struct frame *frame_push(lua_State *L, void *call, struct proto *proto, const char *name);
void frame_line(struct frame *frame);
void frame_error(struct frame *frame, char kind, const char *type, const char *message, size_t length);
int frame_find(const lua_State *L, const void *call);
void frame_unwind_to(int count);
void frame_sync(lua_State *L);
void frame_return(lua_State *L, lua_Debug *call, const struct value *values);
void frame_suspend(lua_State *L, const struct value *values);
void frame_resume(lua_State *L);
void frame_forget(lua_State *L);

/* variables.c: what changed in a frame. */
void variables_note(struct frame *frame, lua_State *L, lua_Debug *call);
void globals_remember(lua_State *L);

/* errors.c: what was raised and where it is caught. */
extern int error_raised;
void error_raise(lua_State *L, int index);
void error_text(const char *message);
void error_unknown(void);
void error_caught(lua_State *L, int index);

/* calls.c: the functions of the library that matter to a trace. */
void calls_remember(lua_State *L);
void calls_entered(lua_State *L, lua_Debug *call);
void calls_left(lua_State *L, lua_Debug *call);
void calls_handler(lua_State *L, lua_Debug *call);

/* streams.c: what the program reads. */
void input_note(void);

/* hook.c */
void hook_start(lua_State *L);

#endif
