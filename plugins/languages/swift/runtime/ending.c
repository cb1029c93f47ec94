/* How the code of the file ends: at its last statement, or where it calls exit. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

#include "trace.h"

extern char __executable_start[], etext[];

static struct __ca_frame *module;
static int exited;

void __ca_module(struct __ca_frame *frame) { module = frame; }

/* Run-time libraries end a program by exit as well; only the program's own calls leave the file in its middle. */
__attribute__((noreturn)) void exit(int status) {
  char *caller = __builtin_return_address(0);
  if (caller >= __executable_start && caller < etext) exited = 1;
  void (*real)(int) __attribute__((noreturn)) = (void (*)(int))dlsym(RTLD_NEXT, "exit");
  real(status);
}

/* A program with an asynchronous entry begins by running a job. Its tasks take turns in one thread, so that they are the same every time. */

extern void swift_task_enqueueMainExecutor(void *job) __attribute__((weak));
extern void (*swift_task_enqueueGlobal_hook)(void *job, void *original) __attribute__((weak));

static void in_main_thread(void *job, void *original) {
  (void)original;
  swift_task_enqueueMainExecutor(job);
}

void swift_job_run(void *job, void *executor, void *implementation) {
  static int begun;
  if (!begun && !module && __ca_on && &swift_task_enqueueGlobal_hook && swift_task_enqueueMainExecutor) swift_task_enqueueGlobal_hook = in_main_thread;
  begun = 1;
  void (*real)(void *, void *, void *) = (void (*)(void *, void *, void *))dlsym(RTLD_NEXT, "swift_job_run");
  real(job, executor, implementation);
}

__attribute__((destructor)) static void end_module(void) {
  if (module && !exited) __ca_leave(module);
}
