/* Records of the trace wire. The file is mapped, so that nothing is lost when the program is killed. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#define SEPARATOR '\x1f'
#define ESCAPE '\x10'
#define PREFIX 16
#define ROOM (512u << 10)
#define OUTPUT (32u << 10)

struct limits limits = { 100000, 32ll << 20, 4, 32, 256 };
int recording;

static char *map;
static long long position, events;
static char room[PREFIX + ROOM], *at = room;
static char output[OUTPUT];
static size_t output_length;
static int output_descriptor;

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
  limits.depth = (int)option(given, "depth", limits.depth);
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
}

void wire_start(void) { recording = map != 0; }

static void append(const char *record, size_t length) {
  char *to = map + position;
  memcpy(to + 1, record + 1, length - 1);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  *(volatile char *)to = record[0];   /* last, so that a killed program leaves no half record */
  position += (long long)length;
}

static void publish(const char *record, size_t length) {
  const char *stopped = events == limits.events ? "8:z\x1f" "events," : position + (long long)length > limits.bytes ? "7:z\x1f" "bytes," : 0;
  if (!recording) return;
  if (stopped) { append(stopped, strlen(stopped)); recording = 0; return; }
  events++;
  append(record, length);
}

static char *digits(char *end, unsigned long long value) {
  do *--end = (char)('0' + value % 10); while (value /= 10);
  return end;
}

static void escaped(const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if (c == SEPARATOR || c == ESCAPE) { *at++ = ESCAPE; c ^= 0x40; }
    *at++ = c;
  }
}

static void send(void) {
  room[PREFIX - 1] = ':';
  char *start = digits(room + PREFIX - 1, (unsigned long long)(at - room - PREFIX));
  *at++ = ',';
  publish(start, (size_t)(at - start));
}

static void stream_record(char kind, int descriptor, const char *bytes, size_t length) {
  char *held = at;
  at = room + PREFIX;
  *at++ = kind;
  record_number((unsigned)descriptor);
  record_text(bytes, length);
  send();
  at = held;
}

void record_start(char kind) {
  input_note();
  wire_flush();
  at = room + PREFIX;
  *at++ = kind;
}

int record_fits(size_t length) { return (size_t)(at - room) + 2 * length + 256 < sizeof room; }

void record_number(unsigned long long value) {
  char digit[24], *start = digits(digit + sizeof digit, value);
  *at++ = SEPARATOR;
  memcpy(at, start, (size_t)(digit + sizeof digit - start));
  at += digit + sizeof digit - start;
}

void record_text(const char *bytes, size_t length) {
  *at++ = SEPARATOR;
  escaped(bytes, length);
}

void record_words(const char *text) { record_text(text, strlen(text)); }

void record_key(char mark, const char *name) {
  *at++ = SEPARATOR;
  *at++ = mark;
  escaped(name, strlen(name));
}

void record_finish(void) { send(); }

/* Output is kept until the next event, so that what one statement writes in parts is one record. */
void wire_output(int descriptor, const char *bytes, size_t length) {
  if (!recording) return;
  if (descriptor != output_descriptor) wire_flush();
  output_descriptor = descriptor;
  while (length) {
    size_t part = OUTPUT - output_length < length ? OUTPUT - output_length : length;
    memcpy(output + output_length, bytes, part);
    output_length += part;
    bytes += part;
    length -= part;
    if (output_length == OUTPUT) wire_flush();
  }
}

void wire_input(const char *bytes, size_t length) {
  if (!recording) return;
  wire_flush();
  for (; length; bytes += OUTPUT, length -= length < OUTPUT ? length : OUTPUT) stream_record('i', 0, bytes, length < OUTPUT ? length : OUTPUT);
}

void wire_flush(void) {
  if (!output_length) return;
  size_t length = output_length;
  output_length = 0;
  stream_record('o', output_descriptor, output, length);
}
