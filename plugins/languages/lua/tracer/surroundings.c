/* What the process starts with: the environment as it was before launch.c, and the time that Lua seeds its hashes with. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define OWN "CODEALCHEMY_"
#define KEPT OWN "LD_PRELOAD="
#define COUNTER OWN "COUNTER_FILE="
#define SEED_TIME 1000000000

extern char **environ;

static int started;

/* In place, without memory of the program. */
static void restore_environment(void) {
  char **to = environ;
  for (char **from = environ; from && *from; from++) {
    if (!strncmp(*from, KEPT, sizeof KEPT - 1)) *to++ = *from + sizeof OWN - 1;
    else if (!strncmp(*from, COUNTER, sizeof COUNTER - 1)) *to++ = *from;   /* counting/main.lua takes it itself */
    else if (strncmp(*from, OWN, sizeof OWN - 1) && strncmp(*from, "LD_PRELOAD=", 11)) *to++ = *from;
  }
  if (to) *to = 0;
}

__attribute__((constructor)) static void begin(void) {
  if (!getenv("CODEALCHEMY_COUNTER_FILE")) wire_open();   /* a counted run is not traced; it writes into that descriptor itself */
  restore_environment();
}

/* The interpreter asks for LUA_INIT when its state is made and its library open: from then on time goes by. */
char *getenv(const char *name) {
  if (!strncmp(name, "LUA_INIT", 8)) started = 1;
  size_t length = strlen(name);
  for (char **entry = environ; entry && *entry; entry++)
    if (!strncmp(*entry, name, length) && (*entry)[length] == '=') return *entry + length + 1;
  return 0;
}

time_t time(time_t *to) {
  static time_t (*real)(time_t *);
  if (!real) real = (time_t (*)(time_t *))dlsym(RTLD_NEXT, "time");
  time_t now = started && real ? real(0) : SEED_TIME;
  if (to) *to = now;
  return now;
}
