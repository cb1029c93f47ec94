/* Where the shell tells of commands. Before each one bash calls run_debug_trap, after each function run_return_trap; both return at once
   unless the program has set that trap. Their first instructions are replaced by a jump to functions here: so the program has no trap
   that it could see or replace, $LINENO, $_ and $BASH_COMMAND are what they are, and subshells inherit it. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__x86_64__)
static const unsigned char jump[] = { 0xFF, 0x25, 0, 0, 0, 0 };                       /* jmp [rip]; the address follows */
#elif defined(__aarch64__)
static const unsigned char jump[] = { 0x50, 0, 0, 0x58, 0, 0x02, 0x1F, 0xD6 };        /* ldr x16, .+8; br x16 */
#endif

#define LENGTH (sizeof jump + sizeof(void *))

struct place { unsigned char *at, original[24], changed[24]; };

static struct place before_command, after_function;
static int returned;   /* the function ended by `return`: its status stands elsewhere */

static int make_writable(unsigned char *at) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from = (uintptr_t)at & ~(page - 1), to = ((uintptr_t)at + LENGTH + page - 1) & ~(page - 1);
  return !mprotect((void *)from, to - from, PROT_READ | PROT_WRITE | PROT_EXEC);
}

static void put(struct place *place, const unsigned char *code) {
  memcpy(place->at, code, LENGTH);
  __builtin___clear_cache((char *)place->at, (char *)place->at + LENGTH);
}

static int replace(struct place *place, int (*function)(void), int (*with)(void)) {
  place->at = (unsigned char *)function;
  memcpy(place->original, place->at, LENGTH);
  memcpy(place->changed, jump, sizeof jump);
  memcpy(place->changed + sizeof jump, &with, sizeof with);
  if (!make_writable(place->at)) return 0;
  put(place, place->changed);
  return 1;
}

/* The program's own trap; what runs in it is not traced. */
static int original(struct place *place, int (*function)(void), int trap) {
  int result;
  if (!signal_is_trapped(trap)) return 0;
  put(place, place->original);
  result = function();
  put(place, place->changed);
  return result;
}

/* Whether variables lie as bash_api.h says, seen by two that every bash has. A trace of another bash stays empty and is refused. */
static int lie_as_known(void) {
  struct variable *version = find_variable("BASH_VERSION"), *parts = find_variable("BASH_VERSINFO");
  struct array *array = parts && !strcmp(parts->name, "BASH_VERSINFO") && (parts->attributes & IS_ARRAY) ? (struct array *)parts->value : 0;
  struct element *first = array && array->count == 6 && array->last == 5 ? array->head->next : 0;
  return version && !strcmp(version->name, "BASH_VERSION") && !(version->attributes & IS_ARRAY) && version->value
    && first && first->index == 0 && !strncmp(first->value, version->value, strlen(first->value));
}

static int on_command(void) {
  static int looked;
  if (!looked) {
    looked = 1;
    if (!lie_as_known()) recording = 0;
  }
  if (recording) frames_line(executing_line_number());
  return original(&before_command, run_debug_trap, DEBUG_TRAP);
}

static int on_return(void) {
  if (memcmp(before_command.at, before_command.changed, LENGTH)) put(&before_command, before_command.changed);   /* a trap was left by `return` */
  if (recording) frames_return(returned ? return_catch_value : last_command_exit_value);
  returned = 0;
  return original(&after_function, run_return_trap, RETURN_TRAP);
}

/* Under the name that bash was compiled to call. */
__attribute__((noreturn)) void __longjmp_chk(struct __jmp_buf_tag *target, int value) {
  returned = (char *)target == return_catch;
  REAL(__longjmp_chk)(target, value);
  __builtin_unreachable();
}

/* Whether the shell's parts are where and what bash_api.h says. */
static int is_known(void) {
  return run_debug_trap && run_return_trap && signal_is_trapped && executing_line_number && find_variable && &shell_variables && &global_variables
    && dollar_vars && &rest_of_args && &variable_context && &sourcelevel && &running_trap && &last_command_exit_value && &return_catch_value
    && &last_asynchronous_pid && &this_shell_function && &this_shell_builtin && return_catch;
}

extern char **environ;

/* In place: the program finds the environment that it was given. */
static void restore_environment(void) {
  static const char own[] = "CODEALCHEMY_", preload[] = "LD_PRELOAD=";
  char **to = environ;
  for (char **from = environ; *from; from++) {
    if (!strncmp(*from, PRELOAD_ENVIRONMENT "=", sizeof PRELOAD_ENVIRONMENT)) *to++ = *from + sizeof own - 1;
    else if (strncmp(*from, own, sizeof own - 1) && strncmp(*from, preload, sizeof preload - 1)) *to++ = *from;
  }
  *to = 0;
}

static int share(const char *descriptor) {
  int fd = descriptor ? atoi(descriptor) : -1;
  off_t size = fd < 0 ? 0 : lseek(fd, 0, SEEK_END);
  void *made = size > 0 ? mmap(0, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) : MAP_FAILED;
  if (fd >= 0) close(fd);
  shared = made == MAP_FAILED ? 0 : made;
  return shared != 0;
}

__attribute__((constructor)) static void start(void) {
  const char *descriptor = getenv("CODEALCHEMY_TRACE_FD");
  limits_read();
  int ready = descriptor && is_known() && share(getenv(SHARED_ENVIRONMENT)) && wire_open(atoi(descriptor));
  restore_environment();
  if (!ready || !replace(&before_command, run_debug_trap, on_command) || !replace(&after_function, run_return_trap, on_return)) return;
  streams_open();
  wire_start();
}
