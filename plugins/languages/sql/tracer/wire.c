/* Records of the trace wire. The file is mapped, so that nothing is lost when the program is killed. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdlib.h>
#include <string.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define SEPARATOR '\x1f'
#define ESCAPE '\x10'
#define PREFIX 16

struct limits limits = { 100000, 32ll << 20, 32, 256 };
int recording;

static char *map;
static long long position, events;
static char *record;
static size_t used, room;

static long long option(const char *options, const char *name, long long otherwise) {
  size_t length = strlen(name);
  for (const char *here = options; here && *here; here = strchr(here, ',') ? strchr(here, ',') + 1 : "")
    if (!strncmp(here, name, length) && here[length] == '=') return atoll(here + length + 1);
  return otherwise;
}

void wire_open(void) {
  const char *descriptor = getenv("CODEALCHEMY_TRACE_FD"), *given = getenv("CODEALCHEMY_TRACE_LIMITS");
  if (!descriptor) return;
  limits.events = option(given, "events", limits.events);
  limits.bytes = option(given, "bytes", limits.bytes);
  limits.items = (int)option(given, "items", limits.items);
  limits.characters = (int)option(given, "characters", limits.characters);
  long long size = limits.bytes + 4096;
  struct rlimit largest;
  if (!getrlimit(RLIMIT_FSIZE, &largest) && largest.rlim_cur < (rlim_t)size) {
    size = (long long)largest.rlim_cur;
    limits.bytes = size > 4096 ? size - 4096 : 0;
  }
  int fd = atoi(descriptor);
  if (!ftruncate(fd, size)) {
    map = mmap(0, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (map == MAP_FAILED) map = 0;
  }
  close(fd);
  recording = map != 0;
}

static void ensure(size_t more) {
  if (used + more <= room) return;
  room = 2 * (used + more) + 4096;
  record = realloc(record, room);
}

static void byte(char value) {
  ensure(1);
  record[used++] = value;
}

void wire_begin(char kind) {
  ensure(PREFIX + 1);
  used = PREFIX;
  byte(kind);
}

void wire_next(void) { byte(SEPARATOR); }

void wire_bytes(const char *bytes, size_t length) {
  ensure(2 * length);
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] == SEPARATOR || bytes[i] == ESCAPE) {
      record[used++] = ESCAPE;
      record[used++] = bytes[i] ^ 0x40;
    } else record[used++] = bytes[i];
  }
}

void wire_field(const char *text) {
  wire_next();
  wire_bytes(text, strlen(text));
}

void wire_number(long long value) {
  char digits[24];
  snprintf(digits, sizeof digits, "%lld", value);
  wire_field(digits);
}

size_t wire_mark(void) { return used; }

char *wire_at(size_t mark) { return record + mark; }

void wire_back(size_t mark) { used = mark; }

static void append(const char *bytes, size_t length) {
  char *to = map + position;
  memcpy(to + 1, bytes + 1, length - 1);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  *(volatile char *)to = bytes[0];   /* last, so that a killed program leaves no half record */
  position += (long long)length;
}

void wire_commit(void) {
  if (!recording) return;
  size_t length = used - PREFIX;
  byte(',');
  char head[PREFIX];
  int digits = snprintf(head, sizeof head, "%zu:", length);
  char *start = record + PREFIX - digits;
  memcpy(start, head, (size_t)digits);
  size_t total = length + (size_t)digits + 1;
  const char *stopped = events == limits.events ? "8:z\x1f" "events," : position + (long long)total > limits.bytes ? "7:z\x1f" "bytes," : 0;
  if (stopped) {
    append(stopped, strlen(stopped));
    recording = 0;
    return;
  }
  events++;
  append(start, total);
}
