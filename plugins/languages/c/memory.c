/* Linked into every build: fresh memory is zero, as -ftrivial-auto-var-init=zero makes it on the stack, so that a program that
   reads what it never wrote does the same in every run, traced or not. */
#define _GNU_SOURCE
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define WEAK __attribute__((weak))

void *__libc_realloc(void *old, size_t size);

WEAK void *malloc(size_t size) { return calloc(1, size); }

WEAK void *realloc(void *old, size_t size) {
  size_t before = old ? malloc_usable_size(old) : 0;
  void *result = __libc_realloc(old, size);
  if (result && size > before) memset((char *)result + before, 0, size - before);
  return result;
}
