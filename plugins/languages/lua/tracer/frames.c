/* The open calls of the program. Functions that are left by an error tell no hook, and a coroutine's calls go away and come back:
   so before every event the calls that the interpreter no longer has are taken off. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

#define LEVELS 64

struct frame *frames;
int depth;

struct suspended { struct suspended *next; lua_State *L; int count; struct frame frames[]; };

static struct suspended *suspended;
static int capacity, numbers;

static void file_item(const struct frame *frame) {
  if (!frame->proto->file) return;
  record_words("f");
  record_words(frame->proto->file);
}

static void start(char kind, const struct frame *frame) {
  record_start(kind);
  record_number((unsigned)frame->number);
}

static int place(struct frame frame) {
  if (depth == capacity) {
    struct frame *larger = tracer_realloc(frames, sizeof *frames * (size_t)(capacity ? capacity * 2 : 256));
    if (!larger) return 0;
    frames = larger;
    capacity = capacity ? capacity * 2 : 256;
  }
  frames[depth++] = frame;
  return 1;
}

static void call_record(struct frame *frame) {
  start('c', frame);
  record_number((unsigned)(frame - frames));
  record_number((unsigned)frame->line);
  record_words(frame->name);
}

/* The caller adds the parameters and finishes the record. */
struct frame *frame_push(lua_State *L, void *call, struct proto *proto, const char *name) {
  struct frame frame = { L, call, proto, name, ++numbers, proto->is_main ? 1 : proto->first, 0, 0, 0, 0 };
  if (!place(frame)) return 0;
  call_record(&frames[depth - 1]);
  file_item(&frame);
  return &frames[depth - 1];
}

void frame_line(struct frame *frame) {
  start('l', frame);
  record_number((unsigned)frame->line);
  file_item(frame);
}

void frame_error(struct frame *frame, char kind, const char *type, const char *message, size_t length) {
  start(kind, frame);
  record_number((unsigned)frame->line);
  record_words(type);
  record_text(message, length);
  file_item(frame);
  record_finish();
}

/* The frame of a call, by its place; -1 when it is not one of the program's. All frames of one coroutine lie together. */
int frame_find(const lua_State *L, const void *call) {
  int i = depth - 1;
  while (i >= 0 && frames[i].L != L) i--;
  while (i >= 0 && frames[i].L == L && frames[i].call != call) i--;
  return i >= 0 && frames[i].L == L ? i : -1;
}

static void drop(void) { tracer_free(frames[--depth].slots); }

void frame_unwind_to(int count) {
  if (depth > count && !error_raised) error_unknown();
  while (depth > count) {
    struct frame *frame = &frames[depth - 1];
    start('r', frame);
    record_number((unsigned)frame->line);
    record_words("u");
    file_item(frame);
    record_finish();
    drop();
  }
}

/* Takes off what was left by an error. `call` is a function that is just entered or left and has no frame by itself. */
void frame_sync(lua_State *L) {
  lua_Debug caller;
  for (int level = 1; depth && level < LEVELS && lua_getstack(L, level, &caller); level++) {
    int i = frame_find(L, caller.call);
    if (i >= 0) { frame_unwind_to(i + 1); return; }
  }
  int left = depth;
  while (left && frames[left - 1].L == L) left--;
  frame_unwind_to(left);
}

void frame_return(lua_State *L, lua_Debug *call, const struct value *values) {
  int first = 1;
  void *ended = call->call;
  while (depth && frames[depth - 1].L == L && frames[depth - 1].call == ended) {   /* several after tail calls */
    struct frame *frame = &frames[depth - 1];
    start('r', frame);
    record_number((unsigned)frame->line);
    if (first) variables_note(frame, L, call);
    if (values) value_item("", '>', '^', values);
    file_item(frame);
    record_finish();
    drop();
    first = 0;
  }
}

/* A coroutine that yields leaves all of its calls; they are called again when it is resumed. */
void frame_suspend(lua_State *L, const struct value *values) {
  int first = depth;
  while (first && frames[first - 1].L == L) first--;
  if (first == depth) return;
  struct suspended *kept = tracer_malloc(sizeof *kept + sizeof *frames * (size_t)(depth - first));
  if (!kept) return;
  *kept = (struct suspended){ suspended, L, depth - first };
  memcpy(kept->frames, frames + first, sizeof *frames * (size_t)kept->count);
  suspended = kept;
  for (; depth > first; depth--) {
    struct frame *frame = &frames[depth - 1];
    start('r', frame);
    record_number((unsigned)frame->line);
    if (values) value_item("", '>', '^', values);
    file_item(frame);
    record_finish();
  }
}

static struct suspended *take(lua_State *L) {
  for (struct suspended **at = &suspended; *at; at = &(*at)->next) {
    if ((*at)->L != L) continue;
    struct suspended *found = *at;
    *at = found->next;
    return found;
  }
  return 0;
}

void frame_resume(lua_State *L) {
  struct suspended *found = suspended ? take(L) : 0;
  for (int i = 0; found && i < found->count; i++) {
    if (!place(found->frames[i])) break;
    call_record(&frames[depth - 1]);
    file_item(&frames[depth - 1]);
    record_finish();
  }
  tracer_free(found);
}

/* A coroutine begins: another one that lay at its address is gone. */
void frame_forget(lua_State *L) {
  struct suspended *found = suspended ? take(L) : 0;
  for (int i = 0; found && i < found->count; i++) tracer_free(found->frames[i].slots);
  tracer_free(found);
}
