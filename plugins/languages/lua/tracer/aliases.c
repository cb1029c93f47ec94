/* Numbers tables as they are first shown. The allocator tells when one is freed, since its address may be used again. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdlib.h>
#include <string.h>

struct entry { const void *object; int number; char name[40]; };

static struct entry *entries;
static size_t capacity, used;
static int numbers;
static lua_Alloc allocate;
static void *allocate_context;

static size_t place(const void *object) { return ((uintptr_t)object >> 4) * 0x9E3779B97F4A7C15ull >> 20 & (capacity - 1); }

static struct entry *find(const void *object) {
  if (!capacity) return 0;
  for (size_t i = place(object); entries[i].object; i = (i + 1) & (capacity - 1)) if (entries[i].object == object) return &entries[i];
  return 0;
}

static struct entry *insert(struct entry value) {
  size_t i = place(value.object);
  while (entries[i].object) i = (i + 1) & (capacity - 1);
  entries[i] = value;
  used++;
  return &entries[i];
}

static int grow(void) {
  struct entry *old = entries;
  size_t before = capacity, wanted = capacity ? capacity * 2 : 256;
  struct entry *larger = tracer_calloc(wanted, sizeof *larger);
  if (!larger) return 0;
  entries = larger;
  capacity = wanted;
  used = 0;
  for (size_t i = 0; i < before; i++) if (old[i].object) insert(old[i]);
  tracer_free(old);
  return 1;
}

int alias_of(const void *object, int *fresh) {
  struct entry *found = find(object);
  *fresh = !found;
  if (found) return found->number;
  if (used * 2 >= capacity && !grow()) return 0;
  return insert((struct entry){ object, ++numbers, "" })->number;
}

const char *alias_name(const void *object) {
  struct entry *found = find(object);
  return found && *found->name ? found->name : 0;
}

/* The first variable that holds a table names it: objects show the name of their class this way. */
void alias_call(const void *object, const char *name) {
  struct entry *found = find(object);
  if (found && !*found->name && strlen(name) < sizeof found->name) strcpy(found->name, name);
}

static void forget(const void *object) {
  struct entry *found = find(object);
  if (!found) return;
  size_t hole = (size_t)(found - entries);
  entries[hole].object = 0;
  used--;
  for (size_t i = (hole + 1) & (capacity - 1); entries[i].object; i = (i + 1) & (capacity - 1)) {
    struct entry moved = entries[i];
    entries[i].object = 0;
    used--;
    insert(moved);
  }
}

static void *watched(void *context, void *old, size_t old_size, size_t size) {
  if (old && used && !size) forget(old);
  return allocate(context, old, old_size, size);
}

void aliases_watch(lua_State *L) {
  allocate = lua_getallocf(L, &allocate_context);
  lua_setallocf(L, watched, allocate_context);
}
