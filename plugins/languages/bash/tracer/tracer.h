/* The parts of the Bash tracer. It lies in the shell's process beside the program and runs no code of it. */
#ifndef CODEALCHEMY_TRACER_H
#define CODEALCHEMY_TRACER_H

#include "bash_api.h"
#include "shared.h"

#include <stdint.h>
#include <sys/types.h>

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

/* limits.c */
struct limits { long long events, bytes; int items, characters; };
extern struct limits limits;
void limits_read(void);

/* wire.c: records, written into the region of the process. */
struct region { long long position; int frames, ended, has_last; char bytes[]; };   /* a child's; its parent takes it over */
extern int recording;
extern struct shared *shared;
int wire_open(int descriptor);
void wire_start(void);
struct region *region_make(void);
void region_free(struct region *region);
void region_enter(struct region *region);
void region_end(void);
void record_start(char kind);
void record_number(unsigned long long value);
void record_text(const char *bytes, size_t length);
void record_words(const char *text);
void record_key(char mark, const char *name);
int record_fits(size_t length);
void record_finish(void);
void record_stream(char kind, int descriptor, const char *bytes, size_t length);
int wire_frame(void);
void wire_take(const struct region *region);

/* text.c: the text of one value, cut at a number of characters. */
struct text { char *start, *at; int left, cut; };
void text_open(struct text *text);
void text_close(struct text *text);
void text_words(struct text *text, const char *words);
void text_string(struct text *text, const char *bytes, size_t length);
void text_key(struct text *text, const char *key);
long long text_length(const char *bytes);

/* values.c: what a variable looks like. */
struct value { const char *type; struct text text; long long length; };
int value_show(const struct variable *variable, struct value *value);
void value_string(const char *bytes, struct value *value);
uint64_t value_print(const struct variable *variable);
uint64_t print_bytes(uint64_t print, const void *bytes, size_t length);

/* variables.c: what changed in a frame. */
struct slot { uint64_t print, text; int level, shown; unsigned seen; };
struct slots { struct slot *all; int count; };
void variables_begin(void);
void variables_inherit(struct slots *mine, const struct slots *outer, int with_arguments);
void variables_note(struct slots *slots);
void variables_forget(struct slots *slots);

/* frames.c: the calls that are open. */
extern int shells;
void frames_begin(int line);
void frames_line(int line);
void frames_return(int status);
void frames_end(int status, int known);

/* processes.c: subshells, and how processes end. */
void children_collect(int at_end);

/* streams.c: output and input, placed in time. */
void streams_open(void);
void streams_note(void);

#endif
