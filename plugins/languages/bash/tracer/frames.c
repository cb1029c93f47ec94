/* The calls that are open: functions, sourced files and subshells. How deep the shell is tells what was entered and left, so what ends
   without a word (exit, an error) is found by the next event further out. */
#include "tracer.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum kind { MODULE, FUNCTION, SUBSHELL };

struct frame { enum kind kind; int number, line, depth, level, shells, foreign; char *name, *file; struct slots slots; };

int shells;   /* how many forks stand between the program's first shell and this one */

static struct frame *frames;
static int count, room_for, trap_depth = -1, inherited;
static char *main_file;

static int depth_now(void) { return variable_context + sourcelevel + shells; }

/* The file whose text runs, as bash names it. */
static const char *file_now(void) {
  const struct variable *source = find_variable("BASH_SOURCE");
  const struct array *array = source && source->attributes & IS_ARRAY ? (const struct array *)source->value : 0;
  const char *file = array && array->count ? array->head->next->value : 0;
  return file && *file ? file : main_file;
}

/* Its path inside the work folder; NULL for the main file. */
static char *file_tag(const char *file, int *foreign) {
  char *folder, *path;
  *foreign = 0;
  if (!file || !strcmp(file, main_file)) return 0;
  folder = realpath(".", 0);
  path = realpath(file, 0);
  size_t length = folder ? strlen(folder) : 0;
  *foreign = !path || !folder || strncmp(path, folder, length) || path[length] != '/';
  char *tag = *foreign ? 0 : strdup(path + length + 1);
  free(folder);
  free(path);
  return tag;
}

static void record_frame(char kind, const struct frame *frame) {
  record_start(kind);
  record_number((unsigned)frame->number);
}

static void finish(struct frame *frame) {
  if (frame->file) { record_key('f', ""); record_words(frame->file); }
  record_finish();
}

static void push(enum kind kind, const char *name, int depth, int level) {
  if (count == room_for) frames = realloc(frames, sizeof *frames * (size_t)(room_for = room_for * 2 + 64));
  struct frame *frame = &frames[count], *outer = count ? frame - 1 : 0;
  *frame = (struct frame){ .kind = kind, .depth = depth, .level = level, .shells = shells, .name = strdup(name) };
  frame->file = file_tag(file_now(), &frame->foreign);
  if (outer) variables_inherit(&frame->slots, &outer->slots, kind != FUNCTION);
  if (!frame->foreign) frame->number = wire_frame();
  count++;
}

static void call(int line, int depth) {
  struct frame *frame = &frames[count - 1];
  frame->line = line;
  if (frame->foreign) return;
  record_frame('c', frame);
  record_number((unsigned)count - 1);
  record_number((unsigned)line);
  record_words(frame->name);
  if (frame->depth == depth) variables_note(&frame->slots);
  finish(frame);
}

enum outcome { UNWOUND, PLAIN, STATUS };

static void leave(enum outcome outcome, int status) {
  struct frame *frame = &frames[count - 1];
  if (!frame->foreign) {
    record_frame('r', frame);
    record_number((unsigned)frame->line);
    if (outcome == UNWOUND) record_key('u', "");
    if (outcome == STATUS) { record_key('>', ""); record_words("status"); record_number((unsigned)status & 255); }
    if (outcome != UNWOUND && depth_now() == frame->depth) variables_note(&frame->slots);
    finish(frame);
  }
  free(frame->name);
  free(frame->file);
  variables_forget(&frame->slots);
  count--;
}

static void leave_deeper(int depth) {
  while (count > inherited && count > 1 && frames[count - 1].depth > depth) leave(frames[count - 1].kind == FUNCTION ? UNWOUND : PLAIN, 0);
}

/* The words of a trap have no lines of their own; functions that it calls have. */
static int in_trap(int depth) {
  if (!running_trap) { trap_depth = -1; return 0; }
  if (trap_depth < 0) trap_depth = depth;
  return depth <= trap_depth;
}

/* A program may begin with a subshell: its main body is entered before. */
void frames_begin(int line) {
  if (count) return;
  main_file = strdup(file_now() ? file_now() : "");
  variables_begin();
  push(MODULE, "<module>", 0, 0);
  call(line, 0);
}

/* Whether the event stands for the call of a function. */
static int enter(int depth, int line) {
  if (shells > frames[count - 1].shells) {
    inherited = count;
    push(SUBSHELL, "<subshell>", frames[count - 1].depth + shells - frames[count - 1].shells, frames[count - 1].level);
    call(frames[count - 2].line, depth);
  }
  if (frames[count - 1].depth >= depth) return 0;
  int is_function = variable_context > frames[count - 1].level;
  push(is_function ? FUNCTION : MODULE, is_function && this_shell_function ? this_shell_function->name : "<module>", depth, variable_context);
  call(line, depth);
  return is_function;
}

/* A command is about to run. */
void frames_line(int line) {
  int depth = depth_now();
  if (line < 1) line = 1;
  children_collect(0);
  streams_note();
  frames_begin(line);
  leave_deeper(depth);
  if (in_trap(depth)) return;
  if (enter(depth, line)) return;
  struct frame *frame = &frames[count - 1];
  frame->line = line;
  if (frame->foreign) return;
  record_frame('l', frame);
  record_number((unsigned)line);
  variables_note(&frame->slots);
  finish(frame);
}

/* A function or a sourced file is over. */
void frames_return(int status) {
  int depth = depth_now();
  if (!count) return;
  children_collect(0);
  streams_note();
  leave_deeper(depth);
  const struct frame *frame = &frames[count - 1];
  if (count > 1 && count > inherited && frame->depth == depth && frame->kind != SUBSHELL) leave(STATUS, status);
}

/* The process ends; functions that it leaves by that did not return. */
void frames_end(int status, int known) {
  if (count) children_collect(1);
  if (count) streams_note();
  int base = shells ? inherited : 0;
  if (shells && frames && count && frames[count - 1].shells < shells) return;
  while (count > base) leave(count == base + 1 ? known ? STATUS : PLAIN : UNWOUND, status);
}
