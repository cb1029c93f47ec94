/* What bash exports to loadable commands: the parts of its variables, functions and tables that the tracer reads. Only bash's own
   programs need its headers; these are the layouts of 4.4 to 5.2; hooks.c checks those of variables and arrays before anything is recorded. */
#ifndef CODEALCHEMY_BASH_API_H
#define CODEALCHEMY_BASH_API_H

#include <stdint.h>

#define WEAK __attribute__((weak))

struct bucket { struct bucket *next; char *key; void *data; unsigned hash; int times_found; };
struct table { struct bucket **buckets; int count, entries; };
struct scope { char *name; int level, flags; struct scope *up, *down; struct table *table; };
struct variable { char *name, *value, *exported; void *dynamic, *assign; int attributes, level; };
struct element { intmax_t index; char *value; struct element *next, *previous; };
struct array { intmax_t last, count; struct element *head, *recent; };
struct word { char *text; int flags; };
struct words { struct words *next; struct word *word; };

enum { IS_ARRAY = 0x4, IS_INTEGER = 0x10, IS_ASSOCIATIVE = 0x40, IS_REFERENCE = 0x800, IS_INVISIBLE = 0x1000 };
enum { DEBUG_TRAP = 65, RETURN_TRAP = 67 };   /* behind the last signal of the kernel */

extern struct scope *shell_variables WEAK, *global_variables WEAK;
extern struct variable *this_shell_function WEAK;
extern struct variable *find_variable(const char *name) WEAK;
extern char *dollar_vars[10] WEAK;
extern struct words *rest_of_args WEAK;
extern int variable_context WEAK, sourcelevel WEAK, running_trap WEAK, last_command_exit_value WEAK, return_catch_value WEAK;
extern int last_asynchronous_pid WEAK;
extern char return_catch[] WEAK;
extern int (*this_shell_builtin)(void *) WEAK;
extern int wait_builtin(void *) WEAK;
extern int executing_line_number(void) WEAK, signal_is_trapped(int) WEAK, run_debug_trap(void) WEAK, run_return_trap(void) WEAK;

#endif
