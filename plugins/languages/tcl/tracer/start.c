/* What stands in front of the C library and of libtcl: the program's text, the interpreter's start, and the standard streams. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

extern char **environ;

static Tcl_AppInitProc *program_init;
static char program[4096], instrumented[4096];
static pid_t process;


static int at(void *data, Tcl_Interp *interp, int count, Tcl_Obj *const arguments[]) {
  int line = 1;
  (void)data;
  if (count > 1) Tcl_GetIntFromObj(0, arguments[1], &line);
  if (recording) frames_line(interp, line);
  Tcl_SetObjResult(interp, Tcl_NewIntObj(1));   /* it also stands in front of a loop's condition */
  return TCL_OK;
}

static int enter(void *data, Tcl_Interp *interp, int count, Tcl_Obj *const arguments[]) {
  int line = 1;
  (void)data;
  if (count > 2 && recording && !Tcl_GetIntFromObj(0, arguments[1], &line)) frames_enter(interp, line, Tcl_GetStringFromObj(arguments[2], 0));
  return TCL_OK;
}

static int on_command(void *data, Tcl_Interp *interp, int level, const char *text, Tcl_Command token, int count, Tcl_Obj *const arguments[]) {
  const char *name = count ? arguments[0]->bytes : 0;
  (void)data, (void)level, (void)text, (void)token;
  if (recording && !(name && !strncmp(name, "::tcl::ca", 9))) frames_called(interp);
  return TCL_OK;
}

/* Whether variables and frames lie where tcl_api.h says: the interpreter's own variables must be found there. */
static int is_known(Tcl_Interp *interp) {
  Tcl_HashSearch search;
  Tcl_Obj *version = Tcl_GetVar2Ex(interp, "tcl_version", 0, 1);
  const struct call *call = CURRENT_CALL(interp);
  if (!version || strcmp(Tcl_GetStringFromObj(version, 0), "8.6") || !call || call->level || call->space != GLOBAL_SPACE(interp)) return 0;
  for (Tcl_HashEntry *e = Tcl_FirstHashEntry(SPACE_TABLE(GLOBAL_SPACE(interp)), &search); e; e = Tcl_NextHashEntry(&search))
    if (!strcmp(Tcl_GetStringFromObj(ENTRY_NAME(e), 0), "tcl_version")) return ENTRY_VAR(e)->value.object == version;
  return 0;
}

static int init(Tcl_Interp *interp) {
  int result = program_init ? program_init(interp) : TCL_OK;
  Tcl_CreateObjCommand(interp, "::tcl::ca_at", at, 0, 0);
  Tcl_CreateObjCommand(interp, "::tcl::ca_enter", enter, 0, 0);
  bodies_restore(interp);
  if (!is_known(interp)) return result;
  variables_begin(interp);
  Tcl_CreateObjTrace(interp, 0, TCL_ALLOW_INLINE_COMPILATION, on_command, 0, 0);
  process = getpid();
  wire_start();
  return result;
}

void Tcl_MainEx(int count, char **arguments, Tcl_AppInitProc *given, Tcl_Interp *interp) {
  program_init = given;
  REAL(Tcl_MainEx)(count, arguments, init, interp);
}

/* The first time that the program's text is opened, its instrumented one is. */
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
  va_end(rest);
  const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
  if (*program && !strcmp(name, program)) { *program = 0; path = instrumented; }
  return REAL(open)(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  ssize_t done = REAL(write)(descriptor, bytes, size);
  if (recording && done > 0 && (descriptor == 1 || descriptor == 2) && getpid() == process) wire_output(descriptor, bytes, (size_t)done);
  return done;
}

ssize_t read(int descriptor, void *to, size_t size) {
  ssize_t done = REAL(read)(descriptor, to, size);
  if (recording && done > 0 && descriptor == 0) wire_input(to, (size_t)done);
  return done;
}

void input_note(void) {}

__attribute__((noreturn)) void exit(int status) {
  if (recording && getpid() == process) frames_end(status);
  recording = 0;
  REAL(exit)(status);
  __builtin_unreachable();
}

/* In place: the program finds the environment that it was given. */
static void restore_environment(void) {
  static const char own[] = "CODEALCHEMY_", kept[] = "CODEALCHEMY_LD_PRELOAD=", preload[] = "LD_PRELOAD=";
  char **to = environ;
  for (char **from = environ; *from; from++) {
    if (!strncmp(*from, kept, sizeof kept - 1)) *to++ = *from + sizeof own - 1;
    else if (strncmp(*from, own, sizeof own - 1) && strncmp(*from, preload, sizeof preload - 1)) *to++ = *from;
  }
  *to = 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("CODEALCHEMY_PROGRAM"), *text = getenv("CODEALCHEMY_INSTRUMENTED");
  if (name && text && strlen(name) < sizeof program && strlen(text) < sizeof instrumented) { strcpy(program, name); strcpy(instrumented, text); }
  wire_open();
  restore_environment();
}
