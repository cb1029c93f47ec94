/* The limits of the trace. */
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

struct limits limits = { 100000, 32ll << 20, 32, 256 };

static long long option(const char *options, const char *name, long long otherwise) {
  size_t length = strlen(name);
  for (const char *here = options; here && *here; here = strchr(here, ',') ? strchr(here, ',') + 1 : "")
    if (!strncmp(here, name, length) && here[length] == '=') return atoll(here + length + 1);
  return otherwise;
}

void limits_read(void) {
  const char *given = getenv("CODEALCHEMY_TRACE_LIMITS");
  limits.events = option(given, "events", limits.events);
  limits.bytes = option(given, "bytes", limits.bytes);
  limits.items = (int)option(given, "items", limits.items);
  limits.characters = (int)option(given, "characters", limits.characters);
}
