/* What a program sees of its own text: `info body` gives bodies without the calls that were put in (rewrite.tcl). */
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

static Tcl_ObjCmdProc *real_body;

static const char *digits(const char *at) {
  while (*at >= '0' && *at <= '9') at++;
  return at;
}

/* The end of a call that begins here, or where it begins when none does. */
static const char *behind(const char *at) {
  static const char condition[] = "![::tcl::ca_at ", statement[] = "::tcl::ca_at ", entry[] = "::tcl::ca_enter ";
  const char *end = at;
  if (!strncmp(at, condition, sizeof condition - 1)) { end = digits(at + sizeof condition - 1); return strncmp(end, "]||", 3) ? at : end + 3; }
  if (!strncmp(at, statement, sizeof statement - 1)) end = digits(at + sizeof statement - 1);
  else if (!strncmp(at, entry, sizeof entry - 1)) end = at + strcspn(at, ";");
  return *end == ';' ? end + 1 : at;
}

static int body(void *data, Tcl_Interp *interp, int count, Tcl_Obj *const arguments[]) {
  int code = real_body(data, interp, count, arguments), length;
  const char *at = Tcl_GetStringFromObj(Tcl_GetObjResult(interp), &length);
  char *text = code ? 0 : malloc((size_t)length + 1), *to = text;
  if (!text) return code;
  while (*at) {
    const char *end = *at == '!' || *at == ':' ? behind(at) : at;
    if (end == at) *to++ = *at++; else at = end;
  }
  Tcl_SetObjResult(interp, Tcl_NewStringObj(text, (int)(to - text)));
  free(text);
  return code;
}

void bodies_restore(Tcl_Interp *interp) {
  Tcl_CmdInfo info;
  if (!Tcl_GetCommandInfo(interp, "::tcl::info::body", &info)) return;
  real_body = info.procedure;
  info.procedure = body;
  Tcl_SetCommandInfo(interp, "::tcl::info::body", &info);
}
