/* The parts of the Tcl tracer; records and texts are those of the Lua plugin's. It lies in the interpreter's process beside the program. */
#ifndef CODEALCHEMY_TCL_TRACER_H
#define CODEALCHEMY_TCL_TRACER_H

#include "tcl_api.h"

/* wire.c and text.c of the Lua plugin */
struct limits { long long events, bytes; int depth, items, characters; };
extern struct limits limits;
extern int recording;
void wire_open(void);
void wire_start(void);
void record_start(char kind);
void record_number(unsigned long long value);
void record_text(const char *bytes, size_t length);
void record_words(const char *text);
int record_fits(size_t length);
void record_key(char mark, const char *name);
void record_finish(void);
void wire_output(int descriptor, const char *bytes, size_t length);
void wire_input(const char *bytes, size_t length);
void wire_flush(void);
struct text { char *start, *at, *end; int left, cut; };
void text_open(struct text *text, int characters);
void text_close(struct text *text);
void text_bytes(struct text *text, const char *bytes, size_t length);
void text_words(struct text *text, const char *words);
void text_omit(struct text *text);
void text_free(struct text *text);

/* values.c */
struct value { const char *type; struct text text; long long length; };
void value_show(Tcl_Obj *object, struct value *value);
void value_array(Tcl_HashTable *table, struct value *value);
void value_item(const char *name, const struct value *value);

/* variables.c: what changed in a frame. */
struct slot { char *name; uint64_t print; unsigned seen; };
struct slots { struct slot *all; int count, room; };
void variables_begin(Tcl_Interp *interp);
void variables_note(struct slots *slots, Tcl_Interp *interp, struct call *call);
void variables_forget(struct slots *slots);

/* bodies.c: what a program sees of its own text. */
void bodies_restore(Tcl_Interp *interp);

/* frames.c */
void frames_enter(Tcl_Interp *interp, int line, const char *name);
void frames_line(Tcl_Interp *interp, int line);
void frames_called(Tcl_Interp *interp);
void frames_end(int status);

#endif
