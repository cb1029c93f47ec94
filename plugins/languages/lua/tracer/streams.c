/* What the program writes and reads through the C library. These functions stand in front of the library's own. */
#define _GNU_SOURCE
#include "tracer.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

static void wrote(FILE *stream, const char *bytes, size_t length) {
  if (recording && length && (stream == stdout || stream == stderr)) { input_note(); wire_output(stream == stdout ? 1 : 2, bytes, length); }
}

size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
  size_t done = REAL(fwrite)(bytes, size, count, stream);
  wrote(stream, bytes, done * size);
  return done;
}

int fputs(const char *text, FILE *stream) {
  int result = REAL(fputs)(text, stream);
  if (result != EOF) wrote(stream, text, strlen(text));
  return result;
}

int fputc(int c, FILE *stream) {
  int result = REAL(fputc)(c, stream);
  char letter = (char)c;
  if (result != EOF) wrote(stream, &letter, 1);
  return result;
}

/* Under the name that the interpreter was compiled to call. */
int __fprintf_chk(FILE *stream, int flag, const char *format, ...) {
  va_list arguments, again;
  char text[4096];
  (void)flag;
  va_start(arguments, format);
  va_copy(again, arguments);
  int result = vfprintf(stream, format, arguments);
  if (result > 0 && recording && (stream == stdout || stream == stderr)) {
    int length = vsnprintf(text, sizeof text, format, again);   /* numbers, and the interpreter's last words */
    wrote(stream, text, length < (int)sizeof text ? (size_t)length : sizeof text - 1);
  }
  va_end(again);
  va_end(arguments);
  return result;
}

/* What was taken out of the buffer of stdin since the last look. A refill and a direct read are seen where they happen. */
static const char *seen;

void input_note(void) {
  const char *now = stdin->_IO_read_ptr;
  if (!recording || now == seen) return;
  const char *from = seen;
  seen = now;
  if (from >= stdin->_IO_read_base && from < now && now <= stdin->_IO_read_end) wire_input(from, (size_t)(now - from));
}

int __uflow(FILE *stream) {
  if (stream != stdin || !recording) return REAL(__uflow)(stream);
  input_note();
  int c = REAL(__uflow)(stream);
  seen = stream->_IO_read_base;
  return c;
}

size_t fread(void *to, size_t size, size_t count, FILE *stream) {
  if (stream != stdin || !recording) return REAL(fread)(to, size, count, stream);
  input_note();
  size_t done = REAL(fread)(to, size, count, stream);
  seen = stream->_IO_read_ptr;
  if (done) wire_input(to, done * size);
  return done;
}

char *fgets(char *to, int size, FILE *stream) {
  if (stream != stdin || !recording) return REAL(fgets)(to, size, stream);
  input_note();
  char *line = REAL(fgets)(to, size, stream);
  seen = stream->_IO_read_ptr;
  if (line) wire_input(line, strlen(line));
  return line;
}
