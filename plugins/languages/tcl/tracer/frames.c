/* The calls that are open. A procedure's body tells that it was entered; each command that is no part of compiled code gets a callback
   which runs when it is done: what was entered meanwhile has been left. A coroutine that yields leaves its calls; they are called again
   when it goes on. Calls are told apart by the interpreter's own record of them. */
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

struct frame { struct call *call; struct coroutine *coroutine; int number, line; char *name; struct slots slots; };

static struct frame *frames, *parked;
static int count, room_for, parked_count, parked_room, numbers, raised;
static Tcl_Interp *interpreter;

static void record_frame(char kind, const struct frame *frame, int line) {
  record_start(kind);
  record_number((unsigned)frame->number);
  record_number((unsigned)line);
}

static void forget(struct frame *frame) {
  free(frame->name);
  variables_forget(&frame->slots);
}

static void append(struct frame **list, int *length, int *room, const struct frame *frame) {
  if (*length == *room) *list = realloc(*list, sizeof **list * (size_t)(*room = *room * 2 + 32));
  (*list)[(*length)++] = *frame;
}

static void call(int line) {
  struct frame *frame = &frames[count - 1];
  record_start('c');
  record_number((unsigned)frame->number);
  record_number((unsigned)count - 1);
  record_number((unsigned)line);
  record_words(frame->name);
  variables_note(&frame->slots, interpreter, frame->call);
  record_finish();
}

static void push(Tcl_Interp *interp, int line, const char *name) {
  struct frame frame = { .call = CURRENT_CALL(interp), .coroutine = COROUTINE(interp), .number = ++numbers, .line = line, .name = strdup(name) };
  append(&frames, &count, &room_for, &frame);
  call(line);
}

/* An address is used again: what was kept under it is over. */
static void unpark(const struct call *call) {
  int kept = 0;
  for (int i = 0; i < parked_count; i++) if (parked[i].call == call) forget(&parked[i]); else parked[kept++] = parked[i];
  parked_count = kept;
}

/* The calls of a coroutine that goes on. */
static int resume(const struct call *wanted) {
  struct coroutine *coroutine = 0;
  int kept = 0;
  for (int i = 0; i < parked_count; i++) if (parked[i].call == wanted) coroutine = parked[i].coroutine;
  if (!coroutine) return 0;
  for (int i = 0; i < parked_count; i++) {
    if (parked[i].coroutine != coroutine) { parked[kept++] = parked[i]; continue; }
    append(&frames, &count, &room_for, &parked[i]);
    call(parked[i].line);
  }
  parked_count = kept;
  return 1;
}

static struct frame *find(Tcl_Interp *interp) {
  const struct call *current = CURRENT_CALL(interp);
  for (int i = count - 1; i >= 0; i--) if (frames[i].call == current) return &frames[i];
  return parked_count && resume(current) ? find(interp) : &frames[count - 1];   /* a namespace's body belongs to what is around it */
}

static void exception(char kind, struct frame *frame) {
  static char message[1024];
  struct value value;
  if (kind == 'x') {
    Tcl_Obj *result = Tcl_GetObjResult(interpreter);
    value_show(result, &value);
    size_t length = (size_t)(value.text.at - value.text.start);
    if (length > 2 && *value.text.start == '{' && value.text.start[length - 1] == '}') { value.text.start++; length -= 2; }
    if (length > sizeof message - 1) length = sizeof message - 1;
    memcpy(message, value.text.start, length);
    message[length] = 0;
    text_free(&value.text);
  }
  record_frame(kind, frame, frame->line);
  record_words("error");
  record_words(message);
  if (frame->call == CURRENT_CALL(interpreter)) variables_note(&frame->slots, interpreter, frame->call);
  record_finish();
  raised = kind == 'x';
}

static void leave(int code, Tcl_Obj *result) {
  struct frame *frame = &frames[--count];
  struct value value;
  record_frame('r', frame, frame->line);
  if (code == TCL_ERROR) record_key('u', "");
  else if (result) { value_show(result, &value); value_item(0, &value); text_free(&value.text); }
  record_finish();
  /* Seen from outside it, a coroutine's call has only yielded. */
  if (frame->coroutine && frame->coroutine != COROUTINE(interpreter)) append(&parked, &parked_count, &parked_room, frame); else forget(frame);
}

/* Whether the interpreter is still inside a call. */
static int is_running(Tcl_Interp *interp, const struct call *wanted) {
  for (const struct call *call = INNERMOST_CALL(interp); call; call = call->caller) if (call == wanted) return 1;
  return 0;
}

/* Calls that ended without a command that was done: `next` in compiled code has none. */
static void leave_ended(Tcl_Interp *interp, const struct call *reused) {
  while (count > 1 && frames[count - 1].coroutine == COROUTINE(interp)
      && (frames[count - 1].call == reused || !is_running(interp, frames[count - 1].call))) leave(raised ? TCL_ERROR : TCL_OK, 0);
}

void frames_enter(Tcl_Interp *interp, int line, const char *name) {
  interpreter = interp;
  unpark(CURRENT_CALL(interp));
  leave_ended(interp, CURRENT_CALL(interp));
  if (!count) frames_line(interp, line);
  push(interp, line, name);
}

void frames_line(Tcl_Interp *interp, int line) {
  interpreter = interp;
  if (!count) push(interp, line, "<module>");
  if (frames[count - 1].call != CURRENT_CALL(interp)) leave_ended(interp, 0);
  struct frame *frame = find(interp);
  if (raised) exception('k', frame);
  frame->line = line;
  record_frame('l', frame, line);
  if (frame->call == CURRENT_CALL(interp)) variables_note(&frame->slots, interp, frame->call);
  record_finish();
}

/* Calls of a coroutine are kept in the order in which they were made. */
static void turn(int from) {
  for (int i = from, j = parked_count - 1; i < j; i++, j--) { struct frame held = parked[i]; parked[i] = parked[j]; parked[j] = held; }
}

static int is_open(int number) {
  for (int i = count - 1; i >= 0; i--) if (frames[i].number == number) return 1;
  return 0;
}

/* A command is done: the calls made by it are over. */
static int done(void *data[], Tcl_Interp *interp, int code) {
  int number = (int)(intptr_t)data[0], from = parked_count;
  const struct coroutine *inside = data[1];
  if (!recording || !count) return code;
  int bound = is_open(number);
  if (code == TCL_ERROR && !raised && (frames[count - 1].number != number || data[2])) exception('x', &frames[count - 1]);
  while (count > 1 && frames[count - 1].number != number && (inside ? frames[count - 1].coroutine == inside : bound)) leave(code, Tcl_GetObjResult(interp));
  turn(from);
  return code;
}

void frames_called(Tcl_Interp *interp) {
  if (!count) return;
  Tcl_NRAddCallback(interp, done, (void *)(intptr_t)frames[count - 1].number, COROUTINE(interp), (void *)(intptr_t)(frames[count - 1].call == CURRENT_CALL(interp)), 0);
}

void frames_end(int status) {
  int left = count > 1 || (raised && status);
  while (count) leave(left ? TCL_ERROR : TCL_OK, 0);
  wire_flush();
}
