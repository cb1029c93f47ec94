/* The shell's standard streams, so that what it writes is placed in time. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdio.h>
#include <unistd.h>

static ssize_t written(void *descriptor, const char *bytes, size_t length) {
  int fd = (int)(size_t)descriptor;
  if (recording && length) {
    wire_begin('o');
    wire_number(fd);
    wire_next();
    wire_bytes(bytes, length);
    wire_commit();
  }
  for (size_t done = 0; done < length; ) {
    ssize_t now = write(fd, bytes + done, length - done);
    if (now < 0) return (ssize_t)done;
    done += (size_t)now;
  }
  return (ssize_t)length;
}

static FILE *watched(int descriptor, int mode) {
  cookie_io_functions_t functions = { .write = written };
  FILE *file = fopencookie((void *)(size_t)descriptor, "w", functions);
  if (file) setvbuf(file, 0, mode, 1 << 16);
  return file;
}

void output_watch(void) {
  FILE *out = watched(1, _IOFBF), *err = watched(2, _IOFBF);
  if (out) stdout = out;
  if (err) stderr = err;
}

void output_flush(void) {
  fflush(stdout);
  fflush(stderr);
}
