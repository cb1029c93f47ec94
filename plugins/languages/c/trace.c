/* The recorder of the C and C++ tracers. The trace file is mapped, so that what was recorded survives abort and _exit. */
#define _GNU_SOURCE
#include "trace.h"

#include <dlfcn.h>
#include <errno.h>
#include <linux/futex.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define SEPARATOR '\x1f'
#define ESCAPE '\x10'
#define PREFIX 16
#define ROOM (256u << 10)
#define KEPT (128u << 10)
#define SCRATCH (64u << 10)
#define DEAD (-1)

int __ca_on;

struct entry { struct __ca_frame *frame; int number, line; };

struct thread {
  int number;                      /* 1 is the main thread */
  int turn;                        /* whether it is this thread's turn to run */
  volatile int busy;               /* inside the recorder: a signal handler records nothing */
  int muted, saved_errno;
  char *room, *at;                 /* the record being built */
  char *kept; unsigned kept_length;
  char *scratch; unsigned scratch_length;
  struct entry *stack; int depth, capacity;
  sigjmp_buf *guard;               /* where a fault while a value is shown goes */
};

static __thread struct thread self __attribute__((tls_model("initial-exec")));

static struct {
  char *map; unsigned long long position, limit, size;
  long long events, limit_events;
  int depth, items, characters;
  int frames, threads, over;
  volatile int lock;
  char output[32u << 10]; unsigned output_length;
  char *heap;
  pthread_key_t key;
} trace = { .limit_events = 100000, .depth = 4, .items = 32, .characters = 256, .threads = 1 };

static void lock(void) { while (__atomic_exchange_n(&trace.lock, 1, __ATOMIC_ACQUIRE)) { } }
static void unlock(void) { __atomic_store_n(&trace.lock, 0, __ATOMIC_RELEASE); }

static void *pages(size_t size) {
  void *at = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return at == MAP_FAILED ? 0 : at;
}

static int ready(void) {
  if (self.room) return 1;
  char *room = pages(PREFIX + ROOM + KEPT + SCRATCH);
  if (!room) return 0;
  if (!self.number) self.number = getpid() == gettid() ? 1 : __atomic_add_fetch(&trace.threads, 1, __ATOMIC_RELAXED);
  self.kept = room + PREFIX + ROOM;
  self.scratch = self.kept + KEPT;
  self.room = room;
  if (self.number > 1) pthread_setspecific(trace.key, &self);
  return 1;
}

/* Fields. Room is checked for each item; what doesn't fit is left out. */

static int fits(size_t length) { return (size_t)(self.at - self.room) + length + 64 < PREFIX + ROOM; }

static void raw(const char *bytes, size_t length) { memcpy(self.at, bytes, length); self.at += length; }

static void field(const char *bytes, size_t length) {
  *self.at++ = SEPARATOR;
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if (__builtin_expect(c == SEPARATOR || c == ESCAPE, 0)) { *self.at++ = ESCAPE; c ^= 0x40; }
    *self.at++ = c;
  }
}

static void words(const char *text) { field(text, strlen(text)); }

static char *digits(char *end, unsigned long long value) {
  do *--end = (char)('0' + value % 10); while (value /= 10);
  return end;
}

static void number(unsigned long long value) {
  char room[24], *at = digits(room + sizeof room, value);
  *self.at++ = SEPARATOR;
  raw(at, (size_t)(room + sizeof room - at));
}

/* Records. */

static void append(const char *record, size_t length) {
  char *to = trace.map + trace.position;
  memcpy(to + 1, record + 1, length - 1);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  *(volatile char *)to = record[0];   /* last, so that a killed program leaves no half record */
  trace.position += length;
}

static void stop(const char *limit) {
  char record[16];
  unsigned payload = (unsigned)strlen(limit) + 2;
  append(record, (size_t)sprintf(record, "%u:z%c%s,", payload, SEPARATOR, limit));
  __ca_on = 0;
}

static void publish(char *record, size_t length) {
  if (!__ca_on) return;
  if (trace.events == trace.limit_events) stop("events");
  else if (trace.position + length > trace.limit) stop("bytes");
  else { trace.events++; append(record, length); }
}

static void flush_output(void) {
  if (!trace.output_length) return;
  static char record[PREFIX + 2 * sizeof trace.output + 16];
  char *at = record + PREFIX, *start;
  *at++ = 'o'; *at++ = SEPARATOR; *at++ = '1'; *at++ = SEPARATOR;
  for (unsigned i = 0; i < trace.output_length; i++) {
    char c = trace.output[i];
    if (c == SEPARATOR || c == ESCAPE) { *at++ = ESCAPE; c ^= 0x40; }
    *at++ = c;
  }
  record[PREFIX - 1] = ':';
  start = digits(record + PREFIX - 1, (unsigned long long)(at - record - PREFIX));
  *at++ = ',';
  trace.output_length = 0;
  publish(start, (size_t)(at - start));
}

static void start_record(char kind) {
  self.at = self.room + PREFIX;
  *self.at++ = kind;
}

static void finish_record(void) {
  if (self.number > 1) { field("h", 1); number((unsigned)self.number); }
  char *payload = self.room + PREFIX;
  payload[-1] = ':';
  char *start = digits(payload - 1, (unsigned long long)(self.at - payload));
  *self.at++ = ',';
  lock();
  flush_output();
  publish(start, (size_t)(self.at - start));
  unlock();
}

static int begin(void) {
  if (!__ca_on || self.busy) return 0;
  self.busy = 1;
  self.saved_errno = errno;
  if (ready()) return 1;
  self.busy = 0;
  return 0;
}

static void end(void) { errno = self.saved_errno; self.busy = 0; }

/* Frames. A frame left by longjmp is found missing at the next event of one below it. */

static void pop(int unwound, struct __ca_frame *frame) {
  struct entry *top = &self.stack[--self.depth];
  start_record('r');
  number((unsigned)top->number);
  number((unsigned)(frame ? frame->line : top->line));
  if (unwound) field("u", 1);
  else if (frame->kept_length) raw(self.kept + frame->kept, frame->kept_length);
  finish_record();
}

static void pop_to(struct __ca_frame *frame) {
  int i = self.depth - 1;
  if (i >= 0 && __builtin_expect(self.stack[i].frame == frame, 1)) return;
  while (i >= 0 && self.stack[i].frame != frame) i--;
  if (i < 0) return;
  while (self.depth - 1 > i) pop(1, 0);
}

static int push(struct __ca_frame *frame) {
  if (self.depth == self.capacity) {
    int capacity = self.capacity ? self.capacity * 2 : 256;
    struct entry *stack = pages(sizeof *stack * (size_t)capacity);
    if (!stack) return 0;
    if (self.stack) {
      memcpy(stack, self.stack, sizeof *stack * (size_t)self.depth);
      munmap(self.stack, sizeof *stack * (size_t)self.capacity);
    }
    self.stack = stack;
    self.capacity = capacity;
  }
  self.stack[self.depth++] = (struct entry){ frame, frame->number, frame->line };
  return 1;
}

void __ca_enter(struct __ca_frame *frame, const char *function, int line) {
  self.muted = 1;
  if (!begin()) return;
  frame->number = __atomic_add_fetch(&trace.frames, 1, __ATOMIC_RELAXED);
  frame->line = line;
  frame->kept = self.kept_length;
  self.muted = 0;
  if (!push(frame)) { frame->number = 0; self.muted = 1; end(); return; }
  start_record('c');
  number((unsigned)frame->number);
  number((unsigned)self.depth - 1);
  number((unsigned)line);
  words(function);
}

static void gone(struct __ca_frame *frame, unsigned long long scope) {
  unsigned long long lost = frame->known & ~scope;
  frame->known &= scope;
  for (; lost; lost &= lost - 1) {
    int slot = __builtin_ctzll(lost);
    size_t length = strlen(frame->names[slot]);
    frame->slots[slot] = 0;
    if (!fits(length * 2 + 8)) continue;
    *self.at++ = SEPARATOR; *self.at++ = '-';
    raw(frame->names[slot], length);
  }
}

void __ca_line(struct __ca_frame *frame, int line, unsigned long long scope) {
  self.muted = 1;
  if (!frame->number || !begin()) return;
  pop_to(frame);
  self.muted = 0;
  frame->line = frame->entered = line;
  if (self.depth) self.stack[self.depth - 1].line = line;
  start_record('l');
  number((unsigned)frame->number);
  number((unsigned)line);
  gone(frame, scope);
}

/* The first condition of a loop belongs to the event of the statement it begins. */
void __ca_cond(struct __ca_frame *frame, int line, unsigned long long scope) {
  if (frame->entered == line) { frame->entered = 0; self.muted = 1; return; }
  __ca_line(frame, line, scope);
  frame->entered = 0;
}

void __ca_done(void) {
  if (self.muted) return;
  self.muted = 1;
  finish_record();
  end();
}

void __ca_end(struct __ca_frame *frame, int line, unsigned long long scope) {
  self.muted = 1;
  if (!frame->number || !begin()) return;
  pop_to(frame);
  self.muted = 0;
  frame->line = line;
  self.at = self.room + PREFIX;
  gone(frame, scope);
  frame->kept_length = 0;
  self.kept_length = frame->kept;
}

static void keep(struct __ca_frame *frame) {
  char *start = self.room + PREFIX;
  size_t length = (size_t)(self.at - start);
  if (length > KEPT - self.kept_length) length = 0;
  memcpy(self.kept + self.kept_length, start, length);
  frame->kept = self.kept_length;
  frame->kept_length = (unsigned)length;
  self.kept_length += (unsigned)length;
}

void __ca_keep(void) {
  if (self.muted) return;
  self.muted = 1;
  if (self.depth) keep(self.stack[self.depth - 1].frame);
  end();
}

static void left(struct __ca_frame *frame, int unwound) {
  if (!frame->number || !begin()) return;
  pop_to(frame);
  if (self.depth && self.stack[self.depth - 1].frame == frame) pop(unwound, frame);
  if (frame->kept <= self.kept_length) self.kept_length = frame->kept;
  frame->number = 0;
  end();
}

void __ca_leave(struct __ca_frame *frame) { left(frame, 0); }
void __ca_unwind(struct __ca_frame *frame) { left(frame, 1); }

void __ca_raise(const char *type, const char *message) {
  if (!begin()) return;
  if (self.depth) {
    struct entry *top = &self.stack[self.depth - 1];
    start_record('x');
    number((unsigned)top->number);
    number((unsigned)top->line);
    words(type);
    size_t length = strnlen(message, 4096);
    field(message, length);
    finish_record();
  }
  end();
}

void __ca_caught(struct __ca_frame *frame, int line, const char *type, const char *message) {
  if (!frame->number || !begin()) return;
  pop_to(frame);
  frame->line = line;
  start_record('k');
  number((unsigned)frame->number);
  number((unsigned)line);
  words(type);
  field(message, strnlen(message, 4096));
  finish_record();
  end();
}

/* Items. */

int __ca_muted(void) { return self.muted; }

int __ca_changed(struct __ca_frame *frame, int slot, unsigned long long hash) {
  hash |= !hash;
  if (frame->slots[slot] == hash) return 0;
  frame->slots[slot] = hash;
  if (slot < 64) frame->known |= 1ull << slot;
  return 1;
}

static void item(const char *key, char mark, const char *type, const char *text, unsigned length, int alias, long long full) {
  size_t name = strlen(key);
  if (!fits(2 * (name + strlen(type) + length) + 64)) return;
  *self.at++ = SEPARATOR;
  *self.at++ = mark;
  raw(key, name);
  words(type);
  field(text, length);
  if (mark == '=' || mark == '>') return;
  if (alias) number((unsigned)alias); else field("", 0);
  if (full >= 0) number((unsigned long long)full); else field("", 0);
}

void __ca_set(struct __ca_frame *frame, int slot, const char *type, const char *text, unsigned length, int alias, long long full) {
  item(frame->names[slot], alias || full >= 0 ? '~' : '=', type, text, length, alias, full);
}

void __ca_result(struct __ca_frame *frame, int line, const char *type, const char *text, unsigned length, int alias, long long full) {
  if (!frame->number || !begin()) return;
  pop_to(frame);
  frame->line = line;
  self.at = self.room + PREFIX;
  self.kept_length = frame->kept;
  item("", alias || full >= 0 ? '^' : '>', type, text, length, alias, full);
  keep(frame);
  end();
}

static struct { const void **addresses; int *numbers; unsigned capacity, count; int last; } aliases;

static unsigned spot(const void **addresses, unsigned capacity, const void *address) {
  unsigned at = (unsigned)(((unsigned long long)address * 0x9E3779B97F4A7C15ull) >> 40) & (capacity - 1);
  while (addresses[at] && addresses[at] != address) at = (at + 1) & (capacity - 1);
  return at;
}

static int grow(void) {
  unsigned capacity = aliases.capacity ? aliases.capacity * 2 : 1024;
  const void **addresses = pages((sizeof *addresses + sizeof(int)) * capacity);
  if (!addresses) return 0;
  int *numbers = (int *)(addresses + capacity);
  for (unsigned i = 0; i < aliases.capacity; i++) {
    if (!aliases.addresses[i]) continue;
    unsigned at = spot(addresses, capacity, aliases.addresses[i]);
    addresses[at] = aliases.addresses[i];
    numbers[at] = aliases.numbers[i];
  }
  if (aliases.addresses) munmap(aliases.addresses, (sizeof *addresses + sizeof(int)) * aliases.capacity);
  aliases.addresses = addresses;
  aliases.numbers = numbers;
  aliases.capacity = capacity;
  return 1;
}

/* Finds or makes the number of an address: 0 until it is shown, DEAD while it is free. */
static int *alias_of(const void *address, int make) {
  if (make && aliases.count * 2 >= aliases.capacity && !grow()) return 0;
  if (!aliases.capacity) return 0;
  unsigned at = spot(aliases.addresses, aliases.capacity, address);
  if (!aliases.addresses[at]) {
    if (!make) return 0;
    aliases.addresses[at] = address;
    aliases.count++;
  }
  return &aliases.numbers[at];
}

int __ca_alias(const void *address) {
  lock();
  int *number = alias_of(address, 1), result = 0;
  if (number) {
    if (!*number) *number = ++aliases.last;
    result = *number == DEAD ? 0 : *number;
  }
  unlock();
  return result;
}

static int dead(const void *address) {
  lock();
  int *number = alias_of(address, 0), result = number && *number == DEAD;
  unlock();
  return result;
}

/* Memory that was given back is not looked at, and what comes to stand there later is another thing. */

static void born(const void *address) {
  if (!__ca_on || self.busy || !address || !aliases.capacity) return;
  self.busy = 1;
  lock();
  int *number = alias_of(address, 0);
  if (number && *number == DEAD) *number = 0;
  unlock();
  self.busy = 0;
}

static void died(const void *address) {
  if (!__ca_on || self.busy || !address) return;
  int saved = errno;
  self.busy = 1;
  lock();
  int *number = alias_of(address, 1);
  if (number) *number = DEAD;
  unlock();
  self.busy = 0;
  errno = saved;
}

/* Whether memory can be read, without a signal: the kernel copies a signal mask from it before it looks at what to do. */
static int probe(const void *address) {
  return syscall(SYS_rt_sigprocmask, -1, address, (void *)0, 8) == 0 || errno != EFAULT;
}

extern char __executable_start[], __data_start[], _end[];
extern void *__libc_stack_end;

static int always(const char *from, const char *to) {
  if (from >= __data_start && to <= _end) return 1;
  if (from >= trace.heap && to <= (char *)sbrk(0)) return 1;
  return self.number == 1 && from >= (char *)__builtin_frame_address(0) && to <= (char *)__libc_stack_end;
}

/* Stack that was left: what lies there is no longer a value. */
static int left_behind(const char *from) {
  const char *here = __builtin_frame_address(0);
  return from < here && here - from < (1 << 20);
}

int __ca_readable(const void *address, unsigned long long length) {
  static __thread unsigned long long cached[64] __attribute__((tls_model("initial-exec")));
  const char *from = address, *to = from + length;
  if ((unsigned long long)from < 4096 || to < from || (unsigned long long)to >> 47) return 0;
  if (left_behind(from) || dead(address) || dead(from - 8)) return 0;   /* new[] keeps a count in front of objects */
  if (always(from, to)) return 1;
  for (unsigned long long page = (unsigned long long)from >> 12; page <= ((unsigned long long)to - (length > 0)) >> 12; page++) {
    unsigned long long *slot = &cached[page & 63];
    if (*slot == page) continue;
    char *at = (char *)(page << 12);
    if (!probe(at)) return 0;
    if (at + 4096 > __executable_start && at < _end) *slot = page;   /* the program's own image stays */
  }
  return 1;
}

unsigned long long __ca_hash(const void *bytes, unsigned long long length, unsigned long long seed) {
  const unsigned char *at = bytes;
  unsigned long long hash = seed ^ (length * 0x9E3779B97F4A7C15ull), word;
  for (; length >= 8; length -= 8, at += 8) {
    memcpy(&word, at, 8);
    hash = (hash ^ word) * 0xff51afd7ed558ccdull;
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy(&word, at, length);
  hash = (hash ^ word) * 0xc4ceb9fe1a85ec53ull;
  return hash ^ hash >> 29;
}

/* Room for one value at a time; nested use takes what is left. */
char *__ca_scratch(unsigned *length) {
  if (!ready()) { *length = 0; return 0; }
  char *room = self.scratch + self.scratch_length;
  unsigned left = SCRATCH - self.scratch_length;
  *length = left / 2;
  self.scratch_length += *length;
  return room;
}

void __ca_back(unsigned length) { self.scratch_length -= length; }

int __ca_limit_depth(void) { return trace.depth; }
int __ca_limit_items(void) { return trace.items; }
int __ca_limit_characters(void) { return trace.characters; }

/* Objects of the program may be broken or gone: a fault while one is shown ends the showing, not the program. */

static void on_fault(int number, siginfo_t *info, void *context) {
  (void)info; (void)context;
  if (self.guard) siglongjmp(*self.guard, 1);
  signal(number, SIG_DFL);   /* the program's own: it happens again and takes its course */
}

static void guard_faults(void) {
  struct sigaction action = { .sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_NODEFER };
  sigaction(SIGSEGV, &action, 0);
  sigaction(SIGBUS, &action, 0);
}

void __ca_guard(void (*show)(struct __ca_text *, const void *), struct __ca_text *text, const void *object) {
  sigjmp_buf guard;
  struct __ca_text before = *text;
  unsigned scratch = self.scratch_length;
  self.guard = &guard;
  if (sigsetjmp(guard, 0)) {
    *text = before;
    self.scratch_length = scratch;
    __ca_words(text, "{\xe2\x80\xa6}");
  } else show(text, object);
  self.guard = 0;
}

/* Texts. */

void __ca_open(struct __ca_text *text, char *room, unsigned length) {
  *text = (struct __ca_text){ room, room + (length > 8 ? length - 8 : 0), trace.characters, 0, trace.depth };
}

void __ca_char(struct __ca_text *text, char c) {
  if (text->cut) return;
  int continues = (c & 0xC0) == 0x80;
  if ((!continues && text->left <= 0) || text->at >= text->end) { text->cut = 1; return; }
  text->left -= !continues;
  *text->at++ = c;
}

void __ca_words(struct __ca_text *text, const char *w) { while (*w && !text->cut) __ca_char(text, *w++); }

void __ca_bytes(struct __ca_text *text, const char *bytes, unsigned long long length) {
  for (unsigned long long i = 0; i < length && !text->cut; i++) __ca_char(text, bytes[i]);
}

void __ca_natural(struct __ca_text *text, unsigned long long value) {
  char room[24], *at = digits(room + sizeof room, value);
  __ca_bytes(text, at, (unsigned long long)(room + sizeof room - at));
}

void __ca_integer(struct __ca_text *text, long long value) {
  if (value < 0) __ca_char(text, '-');
  __ca_natural(text, value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value);
}

/* The shortest decimal that reads back as the same number. */
void __ca_real(struct __ca_text *text, long double value, int width) {
  char room[64];
  if (value != value) { __ca_words(text, "nan"); return; }
  if (width <= 8 && value == (long double)(long long)value && value > -1e15L && value < 1e15L && !(value == 0 && __builtin_signbit(value))) {
    __ca_integer(text, (long long)value);
    __ca_words(text, ".0");
    return;
  }
  int least = width == 4 ? 6 : width == 8 ? 15 : 18, most = width == 4 ? 9 : width == 8 ? 17 : 21;
  for (int precision = least; precision <= most; precision++) {
    snprintf(room, sizeof room, "%.*Lg", precision, value);
    long double back = width == 4 ? (long double)strtof(room, 0) : width == 8 ? (long double)strtod(room, 0) : strtold(room, 0);
    if (back == value) break;
  }
  __ca_words(text, room);
  if (!strpbrk(room, ".en")) __ca_words(text, ".0");
}

static void hex(struct __ca_text *text, unsigned char c) {
  char room[5] = { '\\', 'x', "0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15], 0 };
  __ca_words(text, room);
}

static int escape(struct __ca_text *text, unsigned char c, char quote) {
  static const char from[] = "\a\b\t\n\v\f\r\\", to[] = "abtnvfr\\";
  const char *at = c ? strchr(from, c) : 0;
  if (at || c == (unsigned char)quote || !c) {
    char room[3] = { '\\', at ? to[at - from] : c ? quote : '0', 0 };
    __ca_words(text, room);
    return 1;
  }
  if (c >= 0x20 && c != 0x7f) return 0;
  hex(text, c);
  return 1;
}

void __ca_letter(struct __ca_text *text, int c) {
  unsigned char byte = (unsigned char)c;
  __ca_char(text, '\'');
  if (byte >= 0x80) hex(text, byte);
  else if (!escape(text, byte, '\'')) __ca_char(text, (char)byte);
  __ca_char(text, '\'');
}

static int sequence(const unsigned char *at, unsigned long long left) {
  int n = at[0] >= 0xC2 && at[0] < 0xE0 ? 2 : at[0] >= 0xE0 && at[0] < 0xF0 ? 3 : at[0] >= 0xF0 && at[0] < 0xF5 ? 4 : 0;
  if (!n || (unsigned long long)n > left) return 0;
  for (int i = 1; i < n; i++) if ((at[i] & 0xC0) != 0x80) return 0;
  if (n == 3 && ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] >= 0xA0))) return 0;
  if (n == 4 && ((at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] >= 0x90))) return 0;
  return n;
}

void __ca_string(struct __ca_text *text, const char *bytes, unsigned long long length) {
  const unsigned char *at = (const unsigned char *)bytes, *stop_at = at + length;
  __ca_char(text, '"');
  while (at < stop_at && !text->cut) {
    int n = *at < 0x80 ? 1 : sequence(at, (unsigned long long)(stop_at - at));
    if (!n) { hex(text, *at++); continue; }
    if (n > 1 || !escape(text, *at, '"')) __ca_bytes(text, (const char *)at, (unsigned long long)n);
    at += n;
  }
  __ca_char(text, '"');
}

void __ca_omit(struct __ca_text *text) { __ca_words(text, "\xe2\x80\xa6"); }

unsigned __ca_close(struct __ca_text *text, const char *room) {
  if (text->cut) {
    while (text->at > room && (text->at[-1] & 0xC0) == 0x80) text->at--;   /* no half character */
    if (text->at > room && (text->at[-1] & 0x80)) text->at--;
    memcpy(text->at, "\xe2\x80\xa6", 3);
    text->at += 3;
  }
  return (unsigned)(text->at - room);
}

/* Output: what the program writes to stdout through stdio or the kernel is placed before the next event. */

static void wrote(const char *bytes, size_t length) {
  if (!__ca_on || self.busy) return;
  self.busy = 1;
  lock();
  while (length && __ca_on) {
    size_t part = sizeof trace.output - trace.output_length;
    if (part > length) part = length;
    memcpy(trace.output + trace.output_length, bytes, part);
    trace.output_length += (unsigned)part;
    bytes += part;
    length -= part;
    if (trace.output_length == sizeof trace.output || trace.over) flush_output();
  }
  unlock();
  self.busy = 0;
}

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })
#define WEAK __attribute__((weak))

static int format(const char *pattern, va_list arguments) {
  char room[1024], *text = room;
  va_list again;
  va_copy(again, arguments);
  int saved = errno, length = vsnprintf(room, sizeof room, pattern, arguments);
  if (length >= (int)sizeof room) {
    text = pages((size_t)length + 1);
    errno = saved;
    if (text) vsnprintf(text, (size_t)length + 1, pattern, again);
  }
  va_end(again);
  if (length < 0 || !text) return -1;
  size_t done = REAL(fwrite)(text, 1, (size_t)length, stdout);
  wrote(text, done);
  if (text != room) munmap(text, (size_t)length + 1);
  return done == (size_t)length ? length : -1;
}

WEAK int vfprintf(FILE *stream, const char *pattern, va_list arguments) {
  return __ca_on && stream == stdout ? format(pattern, arguments) : REAL(vfprintf)(stream, pattern, arguments);
}

WEAK int vprintf(const char *pattern, va_list arguments) { return vfprintf(stdout, pattern, arguments); }

WEAK int printf(const char *pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  int result = vfprintf(stdout, pattern, arguments);
  va_end(arguments);
  return result;
}

WEAK int fprintf(FILE *stream, const char *pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  int result = vfprintf(stream, pattern, arguments);
  va_end(arguments);
  return result;
}

WEAK int puts(const char *text) {
  int result = REAL(puts)(text);
  if (result != EOF) { wrote(text, strlen(text)); wrote("\n", 1); }
  return result;
}

#define LETTER(name, declaration, call, test) \
  WEAK int name declaration { \
    int result = REAL(name) call; \
    if (result != EOF && (test)) { char letter = (char)c; wrote(&letter, 1); } \
    return result; \
  }
#undef putchar
#undef putc
#undef putchar_unlocked
#undef putc_unlocked
#undef fputs_unlocked
#undef fwrite_unlocked
LETTER(putchar, (int c), (c), 1)
LETTER(putc, (int c, FILE *stream), (c, stream), stream == stdout)
LETTER(fputc, (int c, FILE *stream), (c, stream), stream == stdout)
LETTER(putchar_unlocked, (int c), (c), 1)
LETTER(putc_unlocked, (int c, FILE *stream), (c, stream), stream == stdout)
LETTER(fputc_unlocked, (int c, FILE *stream), (c, stream), stream == stdout)

WEAK int fputs(const char *text, FILE *stream) {
  int result = REAL(fputs)(text, stream);
  if (result != EOF && stream == stdout) wrote(text, strlen(text));
  return result;
}

WEAK int fputs_unlocked(const char *text, FILE *stream) {
  int result = REAL(fputs_unlocked)(text, stream);
  if (result != EOF && stream == stdout) wrote(text, strlen(text));
  return result;
}

WEAK size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
  size_t result = REAL(fwrite)(bytes, size, count, stream);
  if (stream == stdout) wrote(bytes, result * size);
  return result;
}

WEAK size_t fwrite_unlocked(const void *bytes, size_t size, size_t count, FILE *stream) {
  size_t result = REAL(fwrite_unlocked)(bytes, size, count, stream);
  if (stream == stdout) wrote(bytes, result * size);
  return result;
}

WEAK ssize_t write(int descriptor, const void *bytes, size_t length) {
  ssize_t result = REAL(write)(descriptor, bytes, length);
  if (descriptor == 1 && result > 0) wrote(bytes, (size_t)result);
  return result;
}

/* Memory: as in memory.c, with the tracer told. */

void *__libc_realloc(void *old, size_t size);
void __libc_free(void *old);

WEAK void *malloc(size_t size) {
  void *result = calloc(1, size);
  born(result);
  return result;
}

WEAK void *realloc(void *old, size_t size) {
  size_t before = old ? malloc_usable_size(old) : 0;
  void *result = __libc_realloc(old, size);
  if (result && size > before) memset((char *)result + before, 0, size - before);
  if (result != old && (result || !size)) { died(old); born(result); }
  return result;
}

WEAK void free(void *old) {
  died(old);
  __libc_free(old);
}

/* One thread runs at a time and hands over where it waits, so that a program whose threads don't race in what they do is recorded
   in the same order every time. A turn that nobody hands over for a second (a loop that waits without saying so) ends the taking
   of turns. */

static struct { volatile int on; int used; volatile unsigned serving, next; unsigned char gone[1024]; } turn;

static void wake_all(void) { syscall(SYS_futex, &turn.serving, FUTEX_WAKE_PRIVATE, 1 << 30, (void *)0, (void *)0, 0); }

static unsigned take_ticket(void) {
  lock();
  unsigned ticket = turn.next++;
  unlock();
  return ticket;
}

static void hand_over(void) {
  if (!turn.on || !self.turn) return;
  self.turn = 0;
  lock();
  unsigned serving = turn.serving + 1;
  while (serving != turn.next && turn.gone[serving & 1023]) turn.gone[serving++ & 1023] = 0;
  turn.serving = serving;
  unlock();
  wake_all();
}

static void wait_turn(unsigned ticket) {
  struct timespec patience = { 1, 0 };
  while (turn.on) {
    unsigned serving = turn.serving;
    if (serving == ticket) { self.turn = 1; return; }
    if (syscall(SYS_futex, &turn.serving, FUTEX_WAIT_PRIVATE, serving, &patience, (void *)0, 0) && errno == ETIMEDOUT) {
      turn.on = 0;
      wake_all();
    }
  }
}

static int pause_turn(void) {
  if (!turn.on || !self.turn || self.busy) return 0;
  hand_over();
  return 1;
}

static void resume_turn(int paused) {
  if (!paused) return;
  int saved = errno;
  wait_turn(take_ticket());
  errno = saved;
}

/* The version that programs link to; dlsym alone finds the oldest. */
static void *wanted(const char *name) {
  static const char *const versions[] = { "GLIBC_2.34", "GLIBC_2.30", "GLIBC_2.17", "GLIBC_2.3.3", "GLIBC_2.3.2", "GLIBC_2.2.5" };
  for (unsigned i = 0; i < sizeof versions / sizeof *versions; i++) {
    void *found = dlvsym(RTLD_NEXT, name, versions[i]);
    if (found) return found;
  }
  return dlsym(RTLD_NEXT, name);
}

#define WAITS(name, declaration, call) \
  WEAK int name declaration { \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))wanted(#name); \
    int paused = pause_turn(), result = real call; \
    resume_turn(paused); \
    return result; \
  }
WAITS(pthread_join, (pthread_t thread, void **result_at), (thread, result_at))
WAITS(pthread_cond_wait, (pthread_cond_t *condition, pthread_mutex_t *mutex), (condition, mutex))
WAITS(pthread_cond_timedwait, (pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until), (condition, mutex, until))
WAITS(pthread_cond_clockwait, (pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until), (condition, mutex, clock, until))
WAITS(pthread_barrier_wait, (pthread_barrier_t *barrier), (barrier))
WAITS(sem_wait, (sem_t *semaphore), (semaphore))
WAITS(sem_timedwait, (sem_t *semaphore, const struct timespec *until), (semaphore, until))
WAITS(sched_yield, (void), ())
WAITS(usleep, (useconds_t time), (time))
WAITS(nanosleep, (const struct timespec *time, struct timespec *left), (time, left))
WAITS(clock_nanosleep, (clockid_t clock, int flags, const struct timespec *time, struct timespec *left), (clock, flags, time, left))

WEAK unsigned sleep(unsigned seconds) {
  int paused = pause_turn();
  unsigned left = REAL(sleep)(seconds);
  resume_turn(paused);
  return left;
}

#define LOCKS(name, try, type) \
  WEAK int name(type *lock_at) { \
    if (!turn.on || !self.turn || self.busy) return REAL(name)(lock_at); \
    int result = try(lock_at); \
    if (result != EBUSY) return result; \
    int paused = pause_turn(); \
    result = REAL(name)(lock_at); \
    resume_turn(paused); \
    return result; \
  }
LOCKS(pthread_mutex_lock, pthread_mutex_trylock, pthread_mutex_t)
LOCKS(pthread_rwlock_rdlock, pthread_rwlock_tryrdlock, pthread_rwlock_t)
LOCKS(pthread_rwlock_wrlock, pthread_rwlock_trywrlock, pthread_rwlock_t)

/* Threads are numbered in the order in which they are created. */

static void thread_event(int thread, const char *what) {
  if (!begin()) return;
  start_record('t');
  number((unsigned)thread);
  words(what);
  int own = self.number;
  self.number = 1;   /* no thread item: the record names its own */
  finish_record();
  self.number = own;
  end();
}

struct start { void *(*routine)(void *); void *argument; int number, waits; unsigned ticket; };

static void *run_thread(void *given) {
  struct start start = *(struct start *)given;
  munmap(given, sizeof start);
  self.number = start.number;
  pthread_setspecific(trace.key, &self);
  if (start.waits) wait_turn(start.ticket);
  return start.routine(start.argument);
}

static void thread_ended(void *given) {
  struct thread *thread = given;
  thread_event(thread->number, "end");
  hand_over();
  thread->busy = 1;
  if (thread->room) munmap(thread->room, PREFIX + ROOM + KEPT + SCRATCH);
  if (thread->stack) munmap(thread->stack, sizeof *thread->stack * (size_t)thread->capacity);
}

WEAK int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*routine)(void *), void *argument) {
  struct start *start = __ca_on && !self.busy ? pages(sizeof *start) : 0;
  if (!start) return REAL(pthread_create)(thread, attributes, routine, argument);
  if (!turn.used) { turn.used = turn.on = self.turn = 1; turn.next = 1; }
  *start = (struct start){ routine, argument, __atomic_add_fetch(&trace.threads, 1, __ATOMIC_RELAXED), turn.on && self.turn, 0 };
  if (start->waits) start->ticket = take_ticket();
  int number = start->number, waits = start->waits;
  unsigned ticket = start->ticket;
  thread_event(number, "start");
  int result = REAL(pthread_create)(thread, attributes, run_thread, start);
  if (result) {
    munmap(start, sizeof *start);
    thread_event(number, "end");
    if (waits) turn.gone[ticket & 1023] = 1;
  }
  return result;
}

/* Start and end. */

static long long option(const char *options, const char *name, long long otherwise) {
  for (const char *at = options; at && *at; at = strchr(at, ',') ? strchr(at, ',') + 1 : "") {
    size_t length = strlen(name);
    if (!strncmp(at, name, length) && at[length] == '=') return atoll(at + length + 1);
  }
  return otherwise;
}

static void forget_environment(void) {
  extern char **environ;
  char **to = environ;
  for (char **from = environ; from && *from; from++) if (strncmp(*from, "CODEALCHEMY_", 12)) *to++ = *from;
  if (to) *to = 0;
}

static void in_child(void) { __ca_on = turn.on = 0; }

/* Instrumented frames are larger: deep recursion that fits the plain program's stack must fit here too. */
static void widen_stack(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) || limit.rlim_cur == RLIM_INFINITY) return;
  rlim_t wanted = limit.rlim_cur * 4;
  if (limit.rlim_max != RLIM_INFINITY && wanted > limit.rlim_max) wanted = limit.rlim_max;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_STACK, &limit);
}

/* Libraries may have taken from the heap already: it begins where pages below its end begin to be readable. */
static char *heap_start(void) {
  char *at = (char *)((unsigned long long)sbrk(0) & ~4095ull);
  while (at > _end && probe(at - 4096)) at -= 4096;
  return at;
}

__attribute__((constructor(101))) static void start_trace(void) {
  const char *descriptor = getenv("CODEALCHEMY_TRACE_FD"), *limits = getenv("CODEALCHEMY_TRACE_LIMITS");
  if (descriptor) {
    int fd = atoi(descriptor);
    struct rlimit largest;
    trace.limit_events = option(limits, "events", trace.limit_events);
    trace.limit = (unsigned long long)option(limits, "bytes", 32ll << 20);
    trace.depth = (int)option(limits, "depth", trace.depth);
    trace.items = (int)option(limits, "items", trace.items);
    trace.characters = (int)option(limits, "characters", trace.characters);
    trace.size = trace.limit + 4096;
    if (!getrlimit(RLIMIT_FSIZE, &largest) && largest.rlim_cur < trace.size) {
      trace.size = largest.rlim_cur;
      trace.limit = trace.size > 4096 ? trace.size - 4096 : 0;
    }
    if (!ftruncate(fd, (off_t)trace.size)) {
      char *map = mmap(0, trace.size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
      if (map != MAP_FAILED) { trace.map = map; __ca_on = 1; }
    }
    close(fd);
  }
  forget_environment();
  if (!__ca_on) return;
  trace.heap = heap_start();
  self.number = 1;
  pthread_key_create(&trace.key, thread_ended);
  pthread_atfork(0, 0, in_child);
  widen_stack();
  guard_faults();
}

/* What is still open when the program exits is left by exit. Buffers that libraries flush later are recorded at once. */
__attribute__((destructor(101))) static void end_trace(void) {
  if (!begin()) return;
  while (self.depth) pop(1, 0);
  lock();
  flush_output();
  trace.over = 1;
  unlock();
  end();
}
