/* The recorder: writes the trace wire. Shared by the C and C++ tracers; needs no system header. */
#ifndef CODEALCHEMY_TRACE_H
#define CODEALCHEMY_TRACE_H

#ifdef __cplusplus
extern "C" {
#endif

/* One call of a traced function. Lives in the stack frame it describes. */
struct __ca_frame {
  unsigned long long *slots;   /* what was shown last, by slot; 0 for nothing */
  const char *const *names;    /* names by slot */
  unsigned long long known;    /* names shown and not gone, one bit for each of the first 64 slots */
  int number;                  /* 0 when the frame is not recorded */
  int line;                    /* line of the last event */
  int entered;                 /* line of the statement whose condition comes next, else 0 */
  int exceptions;              /* exceptions in flight when it was entered */
  unsigned kept, kept_length;  /* items kept for the return, in the thread's store */
};

/* A text being built for one value. */
struct __ca_text {
  char *at, *end;   /* where to write, and where the room ends */
  int left;         /* characters left before the text is cut */
  int cut;          /* whether something was left out */
  int depth;        /* nested values left */
};

extern int __ca_on;   /* whether events are recorded */

void __ca_enter(struct __ca_frame *frame, const char *function, int line);
void __ca_line(struct __ca_frame *frame, int line, unsigned long long scope);
void __ca_cond(struct __ca_frame *frame, int line, unsigned long long scope);
void __ca_done(void);
void __ca_end(struct __ca_frame *frame, int line, unsigned long long scope);
void __ca_keep(void);
void __ca_leave(struct __ca_frame *frame);
void __ca_unwind(struct __ca_frame *frame);
void __ca_raise(const char *type, const char *message);
void __ca_caught(struct __ca_frame *frame, int line, const char *type, const char *message);

/* Values: `set` shows a variable and `result` a returned value between the calls above. */
int __ca_muted(void);
int __ca_changed(struct __ca_frame *frame, int slot, unsigned long long hash);
void __ca_set(struct __ca_frame *frame, int slot, const char *type, const char *text, unsigned length, int alias, long long full);
void __ca_result(struct __ca_frame *frame, int line, const char *type, const char *text, unsigned length, int alias, long long full);
int __ca_alias(const void *address);
int __ca_readable(const void *address, unsigned long long length);
unsigned long long __ca_hash(const void *bytes, unsigned long long length, unsigned long long seed);
void __ca_guard(void (*show)(struct __ca_text *text, const void *object), struct __ca_text *text, const void *object);
char *__ca_scratch(unsigned *length);
void __ca_back(unsigned length);

/* Limits of one value. */
int __ca_limit_depth(void);
int __ca_limit_items(void);
int __ca_limit_characters(void);

/* Building a text. */
void __ca_open(struct __ca_text *text, char *room, unsigned length);
void __ca_char(struct __ca_text *text, char c);
void __ca_words(struct __ca_text *text, const char *words);
void __ca_bytes(struct __ca_text *text, const char *bytes, unsigned long long length);
void __ca_integer(struct __ca_text *text, long long value);
void __ca_natural(struct __ca_text *text, unsigned long long value);
void __ca_real(struct __ca_text *text, long double value, int digits);
void __ca_letter(struct __ca_text *text, int c);
void __ca_string(struct __ca_text *text, const char *bytes, unsigned long long length);
void __ca_omit(struct __ca_text *text);
unsigned __ca_close(struct __ca_text *text, const char *room);

#ifdef __cplusplus
}
#endif
#endif
