/* launch TRACER COMMAND… FILE runs a shell on a file, traced when a trace is asked for, and ends as it ends.
   The file is given by its plain name from its folder, so $0 does not differ by the folder. Traced, the program's output passes through
   here: the tracer can then tell what was written before an event, by whatever program. Untraced there is one process more, too, so that
   process numbers are the same. */
#define _GNU_SOURCE
#include "shared.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PART 65536
#define SLACK 4096
#define ROOM (256ll << 20)   /* of a buffer at most: two of them must stay below the limit of a file's size, which the largest trace reaches alone */

struct trace { int descriptor; size_t size; char *map; long long events; };

static struct shared *shared;
static int pipes[2][2];

static long long option(const char *options, const char *name, long long otherwise) {
  const char *found = options ? strstr(options, name) : 0;
  return found ? atoll(found + strlen(name)) : otherwise;
}

static void plain_name(char **arguments) {
  for (; *arguments; arguments++) {
    char *slash = strrchr(*arguments, '/'), folder[4096], *here = getcwd(folder, sizeof folder);
    if (!slash || !here || strncmp(*arguments, here, strlen(here)) || *arguments + strlen(here) != slash) continue;
    *arguments = slash + 1;
    return;
  }
}

/* What both sides see; its descriptor goes to the shell, which closes it. */
static int share(size_t room) {
  size_t size = sizeof *shared + 2 * room;
  int fd = memfd_create("shared", 0);
  if (fd < 0 || ftruncate(fd, (off_t)size)) return -1;
  shared = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (shared == MAP_FAILED) return -1;
  shared->room = room;
  return fd;
}

static int open_trace(struct trace *trace) {
  const char *descriptor = getenv("CODEALCHEMY_TRACE_FD"), *limits = getenv("CODEALCHEMY_TRACE_LIMITS");
  if (!descriptor) return -1;
  long long bytes = option(limits, "bytes=", 32ll << 20);
  trace->descriptor = atoi(descriptor);
  trace->size = (size_t)bytes + SLACK;
  trace->events = option(limits, "events=", 100000);
  if (ftruncate(trace->descriptor, (off_t)trace->size)) return -1;
  trace->map = mmap(0, trace->size, PROT_READ | PROT_WRITE, MAP_SHARED, trace->descriptor, 0);
  if (trace->map == MAP_FAILED || pipe2(pipes[0], O_CLOEXEC) || pipe2(pipes[1], O_CLOEXEC)) return -1;
  return share((size_t)(bytes < ROOM ? bytes : ROOM));
}

static void set(const char *name, const char *format, const char *first, const char *second) {
  char *text;
  if (asprintf(&text, format, first, second) < 0 || setenv(name, text, 1)) _exit(126);
}

static void run_shell(const char *library, char **arguments, int shared_descriptor) {
  const char *preload = getenv("LD_PRELOAD");
  char number[16];
  if (shared_descriptor >= 0) {
    dup2(pipes[0][1], 1);
    dup2(pipes[1][1], 2);
    snprintf(number, sizeof number, "%d", shared_descriptor);
    setenv(SHARED_ENVIRONMENT, number, 1);
    if (preload) set(PRELOAD_ENVIRONMENT, "LD_PRELOAD=%s%s", preload, "");
    if (preload) set("LD_PRELOAD", "%s:%s", library, preload); else setenv("LD_PRELOAD", library, 1);
  }
  execvp(arguments[0], arguments);
  perror(arguments[0]);
  _exit(127);
}

static void keep(int stream, const char *bytes, size_t length) {
  shared_lock(shared);
  size_t free_bytes = shared->room - shared->length[stream];
  if (length > free_bytes) length = free_bytes;   /* more than the trace may hold, or than is kept */
  memcpy(shared->buffers + (size_t)stream * shared->room + shared->length[stream], bytes, length);
  shared->length[stream] += length;
  shared_unlock(shared);
}

static void write_all(int descriptor, const char *bytes, size_t length) {
  for (ssize_t done; length; bytes += done, length -= (size_t)done) {
    done = write(descriptor, bytes, length);
    if (done < 0 && errno == EINTR) done = 0;
    if (done < 0) exit(141);   /* nobody reads any more */
  }
}

/* Passes on what waits in a pipe. */
static int pass(int stream) {
  static char part[PART];
  int waiting = 0;
  if (ioctl(pipes[stream][0], FIONREAD, &waiting) || waiting <= 0) return 0;
  __atomic_store_n(&shared->busy, 1, __ATOMIC_SEQ_CST);
  ssize_t length = read(pipes[stream][0], part, sizeof part);
  if (length > 0) { keep(stream, part, (size_t)length); write_all(stream + 1, part, (size_t)length); }
  __atomic_store_n(&shared->busy, 0, __ATOMIC_SEQ_CST);
  return length > 0;
}

static void ended(int signal) { (void)signal; }

static int relay(pid_t child) {
  struct pollfd wait[2] = { { pipes[0][0], POLLIN, 0 }, { pipes[1][0], POLLIN, 0 } };
  sigset_t none;
  int status;
  sigemptyset(&none);
  while (waitpid(child, &status, WNOHANG) != child) {
    if (ppoll(wait, 2, 0, &none) > 0) { pass(0); pass(1); }
  }
  while (pass(0) | pass(1)) {}
  return status;
}

static size_t record(char *to, int stream, const char *bytes, size_t length) {
  char *payload = malloc(2 * length + 16), head[24], *at = payload + sprintf(payload, "o\x1f%d\x1f", stream + 1);
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == '\x1f' || bytes[i] == '\x10') { *at++ = '\x10'; *at++ = bytes[i] ^ 0x40; } else *at++ = bytes[i];
  }
  size_t size = (size_t)(at - payload), ahead = (size_t)sprintf(head, "%zu:", size);
  memcpy(to, head, ahead);
  memcpy(to + ahead, payload, size);
  to[ahead + size] = ',';
  free(payload);
  return ahead + size + 1;
}

/* What was written after the shell's last event. */
static void finish_trace(struct trace *trace) {
  size_t at = 0;
  for (int stream = 0; stream < 2; stream++) {
    const char *bytes = shared->buffers + (size_t)stream * shared->room;
    size_t length = shared->length[stream];
    if (!length || shared->stopped || shared->bytes + 2 * (long long)length + 64 > (long long)(trace->size - SLACK) || shared->events++ >= trace->events) continue;
    while (at < trace->size && trace->map[at]) at += (size_t)strtoll(trace->map + at, 0, 10) + strcspn(trace->map + at, ":") + 2;
    at += record(trace->map + at, stream, bytes, length);
    shared->bytes += 2 * (long long)length + 64;
  }
}

static int end_as(int status) {
  struct rlimit none = { 0, 0 };
  if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
  setrlimit(RLIMIT_CORE, &none);
  signal(WTERMSIG(status), SIG_DFL);
  raise(WTERMSIG(status));
  return 128 + WTERMSIG(status);
}

int main(int count, char **arguments) {
  struct trace trace = { 0 };
  struct sigaction action = { .sa_handler = ended };
  sigset_t child_ended, before;
  if (count < 3) return 126;
  plain_name(arguments + 3);
  int shared_descriptor = open_trace(&trace), status;
  sigemptyset(&child_ended);
  sigaddset(&child_ended, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child_ended, &before);
  pid_t child = fork();
  if (child < 0) return 126;
  if (!child) { sigprocmask(SIG_SETMASK, &before, 0); run_shell(arguments[1], arguments + 2, shared_descriptor); }
  sigaction(SIGCHLD, &action, 0);
  if (shared_descriptor >= 0) { close(pipes[0][1]); close(pipes[1][1]); status = relay(child); finish_trace(&trace); }
  else while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return end_as(status);
}
