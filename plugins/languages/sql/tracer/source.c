/* Where statements stand in the script. The shell hands them over in its order, as they are written. */
#define _GNU_SOURCE
#include "tracer.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static char *script;
static size_t size, at;

void source_open(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (fd < 0) return;
  if (!fstat(fd, &status) && (script = calloc(1, (size_t)status.st_size + 1))) {
    ssize_t got = read(fd, script, (size_t)status.st_size);
    size = got > 0 ? (size_t)got : 0;
  }
  close(fd);
}

/* Past white space and comments. */
static const char *skip(const char *text, const char *end) {
  while (text < end) {
    if (isspace((unsigned char)*text) || *text == ';') text++;
    else if (end - text > 1 && text[0] == '-' && text[1] == '-') while (text < end && *text != '\n') text++;
    else if (end - text > 1 && text[0] == '/' && text[1] == '*') {
      const char *close = memmem(text + 2, (size_t)(end - text - 2), "*/", 2);
      text = close ? close + 2 : end;
    } else break;
  }
  return text;
}

static int line_of(const char *place) {
  int line = 1;
  for (const char *here = script; here < place; here++) line += *here == '\n';
  return line;
}

int source_line(const char *statement, size_t length) {
  if (!script) return 0;
  const char *end = statement + length, *begin = skip(statement, end), *found = 0;
  while (end > begin && (isspace((unsigned char)end[-1]) || end[-1] == ';')) end--;
  if (begin == end) return 0;
  found = memmem(script + at, size - at, begin, (size_t)(end - begin));
  if (!found) return 0;
  at = (size_t)(found - script) + (size_t)(end - begin);
  return line_of(found);
}

static int is_word(const char *text, const char *word, size_t length) {
  return !strncasecmp(text, word, length) && !isalnum((unsigned char)text[length]) && text[length] != '_';
}

/* The line of `CREATE TRIGGER name`; the last one before the statement that runs now, as a trigger can be made anew. */
int source_line_of_trigger(const char *name) {
  size_t length = strlen(name);
  int line = 1;
  for (const char *here = script; here && (here = strcasestr(here, "trigger")) && here < script + at; here++) {
    const char *word = here + strlen("trigger");
    const char *limit = script + size;
    word = skip(word, limit);
    if (is_word(word, "if", 2)) for (int words = 0; words < 3; words++) {
      while (isalpha((unsigned char)*word)) word++;
      word = skip(word, limit);
    }
    if (strchr("\"'[`", *word) && *word) word++;
    if (is_word(word, name, length)) line = line_of(here);
  }
  return line;
}
