/* Memory of the tracer's own: what the program allocates lies where it lies untraced. */
#define _GNU_SOURCE
#include "tracer.h"

#include <string.h>
#include <sys/mman.h>

#define CLASSES 48
#define CHUNK (1u << 20)

struct block { size_t kind; struct block *next; };   /* `next` while it is free; the memory begins there */

static struct block *free_blocks[CLASSES];
static char *chunk, *chunk_end;

static void *pages(size_t size) {
  void *at = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return at == MAP_FAILED ? 0 : at;
}

/* A size class is a power of two, with the word in front that names it. */
void *tracer_malloc(size_t size) {
  size_t kind = 5;
  while (kind < CLASSES && ((size_t)1 << kind) < size + sizeof(size_t)) kind++;
  if (kind == CLASSES) return 0;
  struct block *block = free_blocks[kind];
  size_t whole = (size_t)1 << kind;
  if (block) free_blocks[kind] = block->next;
  else if (whole >= CHUNK) block = pages(whole);
  else {
    if ((size_t)(chunk_end - chunk) < whole) { chunk = pages(CHUNK); chunk_end = chunk ? chunk + CHUNK : 0; }
    if (!chunk) return 0;
    block = (struct block *)chunk;
    chunk += whole;
  }
  if (!block) return 0;
  block->kind = kind;
  return &block->next;
}

void tracer_free(void *old) {
  if (!old) return;
  struct block *block = (struct block *)((char *)old - sizeof(size_t));
  block->next = free_blocks[block->kind];
  free_blocks[block->kind] = block;
}

void *tracer_calloc(size_t count, size_t size) {
  void *made = tracer_malloc(count * size);
  return made ? memset(made, 0, count * size) : 0;
}

void *tracer_realloc(void *old, size_t size) {
  if (!old) return tracer_malloc(size);
  size_t room = ((size_t)1 << ((struct block *)((char *)old - sizeof(size_t)))->kind) - sizeof(size_t);
  if (size <= room) return old;
  void *made = tracer_malloc(size);
  if (!made) return 0;
  memcpy(made, old, room);
  tracer_free(old);
  return made;
}

char *tracer_copy(const char *text) {
  char *made = tracer_malloc(strlen(text) + 1);
  return made ? strcpy(made, text) : 0;
}
