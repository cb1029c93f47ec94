/* Errors: written once, where they are raised. Where no function of the library says so (an operation that fails), they are
   written when the handler or the protected call tells about them, at the line that the innermost call had reached. */
#define _GNU_SOURCE
#include "tracer.h"

#include <string.h>

#define MESSAGE 4096

int error_raised;

static void write(char kind, lua_State *L, int index) {
  if (!depth) return;
  size_t length;
  struct frame *frame = &frames[depth - 1];
  if (lua_type(L, index) == LUA_TSTRING) {
    const char *message = lua_tolstring(L, index, &length);
    frame_error(frame, kind, "error", message, length < MESSAGE ? length : MESSAGE);
    return;
  }
  struct value value;
  value_show(L, index, &value);
  frame_error(frame, kind, value.type, value.text.start, (size_t)(value.text.at - value.text.start));
  text_free(&value.text);
}

void error_raise(lua_State *L, int index) {
  if (error_raised) return;
  error_raised = 1;
  write('x', L, index);
}

void error_text(const char *message) {
  if (error_raised) return;
  error_raised = 1;
  if (depth) frame_error(&frames[depth - 1], 'x', "error", message, strnlen(message, MESSAGE));
}

void error_unknown(void) { error_text(""); }

void error_caught(lua_State *L, int index) {
  error_raised = 0;
  write('k', L, index);
}
