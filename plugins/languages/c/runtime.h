/* Comes in front of an instrumented C program. All names begin with __ca_; no system header, so that none is pulled in. */
#ifndef CODEALCHEMY_RUNTIME_H
#define CODEALCHEMY_RUNTIME_H
#include "trace.h"

struct __ca_record;

/* Kinds: the low byte names the scalar, the next one counts pointers to it, the third is gcc's class of any other type. */
#define __CA_TYPES(X) \
  X(char, 1) X(signed char, 2) X(unsigned char, 3) X(short, 4) X(unsigned short, 5) X(int, 6) X(unsigned int, 7) X(long, 8) \
  X(unsigned long, 9) X(long long, 10) X(unsigned long long, 11) X(float, 12) X(double, 13) X(long double, 14) X(_Bool, 15)
#define __CA_KIND(T, n) T : n, T * : n | 256, const T * : n | 256, T ** : n | 512,
#define __ca_kind(x) \
  _Generic((x), __CA_TYPES(__CA_KIND) void * : 16 | 256, const void * : 16 | 256, const char ** : 1 | 512, const char *const * : 1 | 512, \
           default : __builtin_classify_type(x) << 16)

/* What a value is made of. Arrays have the kind of their innermost elements. */
struct __ca_shape {
  int kind;
  unsigned element;                  /* bytes of one innermost element */
  unsigned row;                      /* bytes of one element of the outer array */
  unsigned plane;                    /* bytes of one element of the second array */
  const struct __ca_record *record;  /* fields, of the value or of what it points to */
  int dimensions;                    /* 0 for no array */
};

struct __ca_field {
  const char *name;
  unsigned offset, size;
  struct __ca_shape shape;
};

struct __ca_record {
  const char *name;
  unsigned size, count;
  struct __ca_field fields[];
};

void __ca_put(struct __ca_frame *frame, int slot, const volatile void *at, unsigned long long size, int kind);
void __ca_put_shape(struct __ca_frame *frame, int slot, const volatile void *at, unsigned long long size, const struct __ca_shape *shape);
void __ca_give(struct __ca_frame *frame, int line, const volatile void *at, unsigned long long size, const struct __ca_shape *shape);

#define __ca_rec(x, ...) _Generic((x), __VA_ARGS__ default : (const struct __ca_record *)0)
#define __CA_SCALAR(x, ...) { __ca_kind(x), sizeof(x), 0, 0, __ca_rec(x, __VA_ARGS__), 0 }
#define __CA_ARRAY(x, ...) { __ca_kind((x)[0]), sizeof((x)[0]), sizeof((x)[0]), 0, __ca_rec((x)[0], __VA_ARGS__), 1 }
#define __CA_GRID(x, ...) { __ca_kind((x)[0][0]), sizeof((x)[0][0]), sizeof((x)[0]), sizeof((x)[0][0]), __ca_rec((x)[0][0], __VA_ARGS__), 2 }

#define __ca_v(slot, x) __ca_put(&__ca_f, slot, &(x), sizeof(x), __ca_kind(x)),
#define __ca_w(slot, x, SHAPE, ...) __ca_put_shape(&__ca_f, slot, &(x), sizeof(x), &(const struct __ca_shape)SHAPE(x, __VA_ARGS__)),
#define __ca_field(T, f, SHAPE, ...) \
  { #f, __builtin_offsetof(T, f), sizeof(((T *)0)->f), SHAPE(((T *)0)->f, __VA_ARGS__) },
#define __ca_r(line, ...) __ca_give(&__ca_f, line, &__ca_x, sizeof __ca_x, &(const struct __ca_shape)__CA_SCALAR(__ca_x, __VA_ARGS__))

/* A function that forgets to return gives whatever its last statement left where results stand; programs live by it unknowingly. */
#if defined(__x86_64__)
#define __ca_fallen() unsigned long long __ca_z; __asm__ volatile("" : "=a"(__ca_z))
#elif defined(__aarch64__)
#define __ca_fallen() register unsigned long long __ca_x0 __asm__("x0"); __asm__ volatile("" : "=r"(__ca_x0)); unsigned long long __ca_z = __ca_x0
#else
#define __ca_fallen() unsigned long long __ca_z = 0
#endif
/* gcc's classes 1 to 5 are whole numbers and pointers; a void function takes that way too, with nothing to return. */
#define __ca_fall(name) \
  if (__builtin_classify_type(_Generic((__ca_t *)0, void * : 0, default : *(__ca_t *)0)) <= 5 && __builtin_strcmp(name, "main")) \
    return *(__ca_t *)(void *)&__ca_z
#endif
