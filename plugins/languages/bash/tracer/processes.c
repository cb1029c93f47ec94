/* Subshells, and how processes end. These functions stand in front of the C library's. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_CHILDREN 512

struct child { pid_t pid; int is_new, in_background; struct region *region; };

static struct child children[MOST_CHILDREN];   /* in the order in which they were made */
static int child_count;

static int is_over(const struct child *child) { return child->region->ended || (kill(child->pid, 0) && errno == ESRCH); }

/* What a child in the background did stands where the program waits for it, else at the end. */
static int is_due(struct child *child, int at_end, int waited) {
  if (child->is_new) {
    child->is_new = 0;
    child->in_background = child->pid == last_asynchronous_pid || !is_over(child);
  }
  return child->in_background ? (at_end || waited) && is_over(child) : is_over(child);
}

void children_collect(int at_end) {
  int kept = 0, waited = this_shell_builtin && this_shell_builtin == wait_builtin;
  if (!child_count) return;
  for (int i = 0; i < child_count; i++) {
    if (!is_due(&children[i], at_end, waited)) { children[kept++] = children[i]; continue; }
    wire_take(children[i].region);
    region_free(children[i].region);
  }
  child_count = kept;
}

static void enter_child(struct region *region) {
  child_count = 0;
  shells++;
  region_enter(region);
}

pid_t fork(void) {
  if (!recording) return REAL(fork)();
  frames_begin(executing_line_number());
  struct region *region = child_count < MOST_CHILDREN ? region_make() : 0;
  pid_t pid = REAL(fork)();
  if (!pid) enter_child(region);
  else if (region && pid < 0) region_free(region);
  else if (region) children[child_count++] = (struct child){ .pid = pid, .is_new = 1, .region = region };
  return pid;
}

static void end(int status, int known) {
  if (recording) frames_end(status, known);
  recording = 0;
  region_end();
}

__attribute__((noreturn)) void exit(int status) {
  end(status, 1);
  REAL(exit)(status);
  __builtin_unreachable();
}

/* The process goes on as another program. */
int execve(const char *path, char *const arguments[], char *const environment[]) {
  end(0, 0);
  return REAL(execve)(path, arguments, environment);
}

int kill(pid_t pid, int signal) {
  if (signal && recording) streams_note();
  return REAL(kill)(pid, signal);
}
