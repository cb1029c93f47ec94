/* Output and input. The launcher stands between the program and its pipes (launch.c); at each event the shell waits until what was
   written before has passed, and records it: so also the output of other programs has its place. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define YIELDS 200
#define PATIENCE 100000
#define INPUT 4096

static int pipes[2] = { -1, -1 };       /* descriptors of our own, to see what waits in them */
static ino_t output_node, input_node;
static char input[INPUT];
static size_t input_length;

static ino_t node_of(int descriptor) {
  struct stat state;
  return fstat(descriptor, &state) ? 0 : state.st_ino;
}

/* As high as may be, out of the program's way. */
static int high(int descriptor) {
  struct rlimit open;
  int from = getrlimit(RLIMIT_NOFILE, &open) || open.rlim_cur > 1 << 16 ? 1000 : (int)open.rlim_cur - 8;
  return fcntl(descriptor, F_DUPFD_CLOEXEC, from);
}

void streams_open(void) {
  output_node = node_of(1);
  input_node = node_of(0);
  for (int i = 0; i < 2; i++) pipes[i] = high(i + 1);
}

static int is_waiting(void) {
  int bytes = 0;
  for (int i = 0; i < 2; i++) if (!ioctl(pipes[i], FIONREAD, &bytes) && bytes > 0) return 1;
  return __atomic_load_n(&shared->busy, __ATOMIC_SEQ_CST);
}

static void input_flush(void) {
  if (input_length) record_stream('i', 0, input, input_length);
  input_length = 0;
}

static void output_flush(void) {
  char *copies[2] = { 0 };
  size_t lengths[2];
  if (!shared->length[0] && !shared->length[1]) return;
  shared_lock(shared);
  for (int i = 0; i < 2; i++) {
    lengths[i] = shared->length[i];
    if (lengths[i] && (copies[i] = malloc(lengths[i]))) memcpy(copies[i], shared->buffers + (size_t)i * shared->room, lengths[i]);
    shared->length[i] = 0;
  }
  shared_unlock(shared);
  for (int i = 0; i < 2; i++) {
    if (copies[i]) record_stream('o', i + 1, copies[i], lengths[i]);
    free(copies[i]);
  }
}

void streams_note(void) {
  if (!recording) return;
  input_flush();
  /* Of processes that run at the same time only the one that writes to the program's output places it. */
  if (shells && node_of(1) != output_node) return;
  for (int tries = 0; is_waiting() && tries < PATIENCE; tries++) if (tries < YIELDS) sched_yield(); else usleep(20);
  output_flush();
}

ssize_t read(int descriptor, void *to, size_t size) {
  ssize_t done = REAL(read)(descriptor, to, size);
  if (descriptor || done <= 0 || !recording || node_of(0) != input_node) return done;
  for (ssize_t i = 0; i < done; i++) {
    if (input_length == INPUT) input_flush();
    input[input_length++] = ((const char *)to)[i];
  }
  return done;
}
