/* What the tracer uses of libtcl 8.6: functions of its public interface, and those parts of variables and call frames that show a
   variable without running the program's traces on it. start.c checks the layouts before they are used. No header of Tcl is needed. */
#ifndef CODEALCHEMY_TCL_API_H
#define CODEALCHEMY_TCL_API_H

#include <stddef.h>
#include <stdint.h>

typedef struct Tcl_Interp Tcl_Interp;
typedef struct Tcl_Command_ *Tcl_Command;
typedef struct Tcl_ObjType { const char *name; } Tcl_ObjType;
typedef struct Tcl_Obj { int references; char *bytes; int length; const Tcl_ObjType *type; union { long number; double real; void *pointer; void *two[2]; } rep; } Tcl_Obj;
typedef struct Tcl_HashEntry Tcl_HashEntry;
typedef struct Tcl_HashTable { void *buckets, *fixed[4]; int bucket_count, entries; } Tcl_HashTable;
typedef struct { void *table; int next; Tcl_HashEntry *entry; } Tcl_HashSearch;
typedef struct { void *next; int epoch; void *dict; } Tcl_DictSearch;
typedef int Tcl_ObjCmdProc(void *, Tcl_Interp *, int, Tcl_Obj *const[]);
typedef int Tcl_AppInitProc(Tcl_Interp *);
typedef int Tcl_CmdObjTraceProc(void *, Tcl_Interp *, int, const char *, Tcl_Command, int, Tcl_Obj *const[]);
typedef int Tcl_NRPostProc(void *[], Tcl_Interp *, int);

typedef struct { int is_native; Tcl_ObjCmdProc *procedure; void *data, *text_procedure, *text_data, *on_delete, *delete_data, *space; } Tcl_CmdInfo;

enum { TCL_OK, TCL_ERROR, TCL_RETURN };
#define TCL_ALLOW_INLINE_COMPILATION 0x20000

void Tcl_MainEx(int, char **, Tcl_AppInitProc *, Tcl_Interp *);
Tcl_Command Tcl_CreateObjCommand(Tcl_Interp *, const char *, Tcl_ObjCmdProc *, void *, void *);
int Tcl_GetCommandInfo(Tcl_Interp *, const char *, Tcl_CmdInfo *);
int Tcl_SetCommandInfo(Tcl_Interp *, const char *, const Tcl_CmdInfo *);
void *Tcl_CreateObjTrace(Tcl_Interp *, int, int, Tcl_CmdObjTraceProc *, void *, void *);
void Tcl_NRAddCallback(Tcl_Interp *, Tcl_NRPostProc *, void *, void *, void *, void *);
int Tcl_GetIntFromObj(Tcl_Interp *, Tcl_Obj *, int *);
char *Tcl_GetStringFromObj(Tcl_Obj *, int *);
unsigned char *Tcl_GetByteArrayFromObj(Tcl_Obj *, int *);
int Tcl_ListObjGetElements(Tcl_Interp *, Tcl_Obj *, int *, Tcl_Obj ***);
int Tcl_DictObjFirst(Tcl_Interp *, Tcl_Obj *, Tcl_DictSearch *, Tcl_Obj **, Tcl_Obj **, int *);
void Tcl_DictObjNext(Tcl_DictSearch *, Tcl_Obj **, Tcl_Obj **, int *);
void Tcl_DictObjDone(Tcl_DictSearch *);
int Tcl_DictObjSize(Tcl_Interp *, Tcl_Obj *, int *);
Tcl_Obj *Tcl_DuplicateObj(Tcl_Obj *);
void TclFreeObj(Tcl_Obj *);
Tcl_Obj *Tcl_GetObjResult(Tcl_Interp *);
void Tcl_SetObjResult(Tcl_Interp *, Tcl_Obj *);
void Tcl_ResetResult(Tcl_Interp *);
Tcl_Obj *Tcl_NewIntObj(int);
Tcl_Obj *Tcl_NewStringObj(const char *, int);
Tcl_Obj *Tcl_GetVar2Ex(Tcl_Interp *, const char *, const char *, int);
Tcl_HashEntry *Tcl_FirstHashEntry(Tcl_HashTable *, Tcl_HashSearch *);
Tcl_HashEntry *Tcl_NextHashEntry(Tcl_HashSearch *);

enum { VAR_ARRAY = 0x1, VAR_LINK = 0x2, VAR_TEMPORARY = 0x200 };

struct var { int flags; union { Tcl_Obj *object; Tcl_HashTable *table; struct var *link; } value; };
struct cache { int references, count; Tcl_Obj *names[]; };
struct call {
  struct space *space; int is_proc, objc; Tcl_Obj *const *objv; struct call *caller, *caller_var; int level; void *proc;
  Tcl_HashTable *table; int local_count; struct var *locals; void *client; struct cache *cache;
};
struct coroutine;
struct environment { char before[40]; struct coroutine *coroutine; };

#define AT(pointer, offset, type) (*(type *)((char *)(pointer) + (offset)))
#define CURRENT_CALL(interp) AT(interp, 168, struct call *)
#define INNERMOST_CALL(interp) AT(interp, 160, struct call *)
#define GLOBAL_SPACE(interp) AT(interp, 40, struct space *)
#define COROUTINE(interp) (AT(interp, 456, struct environment *)->coroutine)
#define SPACE_TABLE(space) ((Tcl_HashTable *)((char *)(space) + 248))
#define ENTRY_VAR(entry) ((struct var *)((char *)(entry) - 24))     /* a variable in a table holds its entry */
#define ENTRY_NAME(entry) AT(entry, 32, Tcl_Obj *)

#endif
