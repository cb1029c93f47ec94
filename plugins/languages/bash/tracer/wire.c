/* Records of the trace wire. The first shell writes into the mapped trace file, so that nothing is lost when it is killed. A subshell
   writes into a region of its own, which its parent takes over when it goes on: so what runs at the same time stands in a fixed order,
   and the file has one writer. Frames in a region are numbered from 1 and get their numbers when it is taken over. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SEPARATOR '\x1f'
#define ESCAPE '\x10'
#define PREFIX 16
#define ROOM (512u << 10)
#define SLACK 4096

int recording;
struct shared *shared;

static char *map;                 /* where this process writes */
static long long position;
static int frames;
static struct region *own;        /* NULL in the first shell */
static int closed;                /* the last record is written */
static char room[PREFIX + ROOM], *at = room;

int wire_open(int descriptor) {
  void *file = mmap(0, (size_t)(limits.bytes + SLACK), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  map = file == MAP_FAILED ? 0 : file;
  close(descriptor);
  return map != 0;
}

void wire_start(void) { recording = map && shared; }

int wire_frame(void) { return ++frames; }

struct region *region_make(void) {
  void *made = mmap(0, sizeof(struct region) + (size_t)(limits.bytes + SLACK), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return made == MAP_FAILED ? 0 : made;
}

void region_free(struct region *region) { munmap(region, sizeof(struct region) + (size_t)(limits.bytes + SLACK)); }

void region_enter(struct region *region) {
  own = region;
  map = region ? region->bytes : 0;
  position = frames = 0;
  recording = recording && region;
}

void region_end(void) { if (own) own->ended = 1; }

static void append(const char *record, size_t length) {
  char *to = map + position;
  memcpy(to + 1, record + 1, length - 1);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  *(volatile char *)to = record[0];   /* last, so that a killed program leaves no half record */
  position += (long long)length;
  if (own) { own->frames = frames; own->position = position; }
}

static void stop(const char *last) {
  recording = 0;
  if (__atomic_exchange_n(&shared->stopped, 1, __ATOMIC_SEQ_CST)) return;
  append(last, strlen(last));
  closed = 1;
  if (own) own->has_last = 1;
}

static void publish(const char *record, size_t length) {
  if (!recording) return;
  if (shared->stopped) { recording = 0; return; }
  if (__atomic_fetch_add(&shared->events, 1, __ATOMIC_RELAXED) >= limits.events) stop("8:z\x1f" "events,");
  /* Frame numbers may get longer when a region is taken over. */
  else if (__atomic_add_fetch(&shared->bytes, (long long)length + 8, __ATOMIC_RELAXED) > limits.bytes) stop("7:z\x1f" "bytes,");
  else append(record, length);
}

static char *digits(char *end, unsigned long long value) {
  do *--end = (char)('0' + value % 10); while (value /= 10);
  return end;
}

static void frame_up(void (*send)(const char *, size_t)) {
  room[PREFIX - 1] = ':';
  char *start = digits(room + PREFIX - 1, (unsigned long long)(at - room - PREFIX));
  *at++ = ',';
  send(start, (size_t)(at - start));
}

void record_start(char kind) {
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

static void escaped(const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if (c == SEPARATOR || c == ESCAPE) { *at++ = ESCAPE; c ^= 0x40; }
    *at++ = c;
  }
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

void record_finish(void) { frame_up(publish); }

void record_stream(char kind, int descriptor, const char *bytes, size_t length) {
  const size_t most = ROOM / 2 - 256;
  for (size_t part; length && recording; bytes += part, length -= part) {
    part = length < most ? length : most;
    record_start(kind);
    record_number((unsigned)descriptor);
    record_text(bytes, part);
    record_finish();
  }
}

/* Takes over what a child has written; frames that it left open, because it was killed, are left by unwinding. */
struct open { unsigned number; unsigned line; };

static const char *number_at(const char *text, unsigned *value) {
  for (*value = 0; *text >= '0' && *text <= '9'; text++) *value = *value * 10 + (unsigned)(*text - '0');
  return text;
}

static void take_record(const char *payload, size_t length, int base, struct open **open, int *count, int *room_for) {
  record_start(*payload);
  if (!strchr("clr", *payload)) { memcpy(at, payload + 1, length - 1); at += length - 1; frame_up(append); return; }
  unsigned number, line;
  const char *rest = number_at(payload + 2, &number), *place = *payload == 'c' ? strchr(rest + 1, SEPARATOR) : rest;
  number_at(place + 1, &line);
  record_number(number + (unsigned)base);
  memcpy(at, rest, length - (size_t)(rest - payload));
  at += length - (size_t)(rest - payload);
  frame_up(append);
  if (*payload == 'r') { if (*count) --*count; return; }
  if (*payload == 'c') {
    if (*count == *room_for) *open = realloc(*open, sizeof **open * (size_t)(*room_for = *room_for * 2 + 16));
    (*open)[(*count)++].number = number + (unsigned)base;
  }
  if (*count) (*open)[*count - 1].line = line;
}

void wire_take(const struct region *region) {
  struct open *open = 0;
  int count = 0, room_for = 0, base = frames;
  if (closed || !map) return;
  frames += region->frames;
  for (const char *here = region->bytes, *end = here + region->position; here < end;) {
    unsigned length;
    const char *payload = number_at(here, &length) + 1;
    take_record(payload, length, base, &open, &count, &room_for);
    here = payload + length + 1;
  }
  if (region->has_last) { closed = 1; recording = 0; if (own) own->has_last = 1; }
  while (count-- > 0 && recording) {
    record_start('r');
    record_number(open[count].number);
    record_number(open[count].line ? open[count].line : 1);
    record_key('u', "");
    record_finish();
  }
  free(open);
}
