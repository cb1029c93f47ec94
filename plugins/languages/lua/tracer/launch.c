/* launch TRACER COMMAND… starts the interpreter with the tracer's library in its process, traced or not.
   Lua seeds its hashes with the time and with addresses; the order of pairs() and random numbers follow from them. So addresses are
   not randomised, the library gives the time that Lua starts with, and the environment is filled up to the same size, since what
   stands on the stack depends on it. LUA_INIT is there untraced too: it takes memory of the interpreter. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <unistd.h>

#define ENTRIES 256
#define BYTES 32768

extern char **environ;

static char *joined(const char *format, const char *first, const char *second) {
  char *text = 0;
  if (asprintf(&text, format, first, second) < 0) exit(126);
  return text;
}

int main(int count, char **arguments) {
  static char *environment[ENTRIES + 1], filling[BYTES + 32] = "CODEALCHEMY_FILLING=";
  if (count < 3) return 126;
  const char *library = arguments[1], *preload = getenv("LD_PRELOAD");
  size_t entries = 0, bytes = 0;
  for (char **entry = environ; *entry && entries < ENTRIES / 2; entry++) if (strncmp(*entry, "LD_PRELOAD=", 11)) environment[entries++] = *entry;
  environment[entries++] = preload ? joined("LD_PRELOAD=%s:%s", library, preload) : joined("LD_PRELOAD=%s%s", library, "");
  if (preload) environment[entries++] = joined("CODEALCHEMY_LD_PRELOAD=%s%s", preload, "");
  environment[entries++] = joined("LUA_INIT_5_4=package.loadlib('%s', 'codealchemy_start')()%s", library, "");
  while (entries < ENTRIES - 1) environment[entries++] = "CODEALCHEMY_=";
  for (size_t i = 0; i < entries; i++) bytes += strlen(environment[i]) + 1;
  for (int i = 2; i < count; i++) bytes += strlen(arguments[i]) + 1;
  if (bytes < BYTES) memset(filling + strlen(filling), '=', BYTES - bytes);
  environment[entries++] = filling;
  personality(personality(0xffffffff) | ADDR_NO_RANDOMIZE);
  execvpe(arguments[2], arguments + 2, environment);
  perror(arguments[2]);
  return 127;
}
