/* Builds the text of a value. Counts characters, not bytes, and never leaves half a character. */
#define _GNU_SOURCE
#include "tracer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts are opened and freed like a stack: parts of a table while the table's own text is open. */
static char arena[1 << 20], *top = arena;

void text_open(struct text *text, int characters) {
  text->start = text->at = top;
  text->left = characters;
  text->cut = 0;
  size_t wanted = (size_t)characters * 4 + 16, free_bytes = (size_t)(arena + sizeof arena - top);
  if (wanted > free_bytes) { wanted = free_bytes; text->left = wanted > 16 ? (int)(wanted - 16) / 4 : 0; text->cut = text->left == 0; }
  text->end = top + wanted;
  top = text->end;
}

/* Gives back what was not needed; the text stays until it is freed. */
void text_close(struct text *text) {
  if (text->cut && text->end - text->at >= 3) { memcpy(text->at, "…", 3); text->at += 3; }
  top = text->end = text->at;
}

void text_free(struct text *text) { top = text->start; }

static int sequence(const unsigned char *at, size_t left) {
  size_t n = at[0] < 0x80 ? 1 : at[0] >= 0xC2 && at[0] < 0xE0 ? 2 : at[0] >= 0xE0 && at[0] < 0xF0 ? 3 : at[0] >= 0xF0 && at[0] < 0xF5 ? 4 : 0;
  if (!n || n > left) return 0;
  for (size_t i = 1; i < n; i++) if ((at[i] & 0xC0) != 0x80) return 0;
  if (n == 3 && ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] >= 0xA0))) return 0;
  if (n == 4 && ((at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] >= 0x90))) return 0;
  return (int)n;
}

void text_bytes(struct text *text, const char *bytes, size_t length) {
  for (size_t i = 0; i < length && !text->cut;) {
    int n = sequence((const unsigned char *)bytes + i, length - i);
    if (!n) n = 1;
    if (!text->left) { text->cut = 1; return; }
    text->left--;
    memcpy(text->at, bytes + i, (size_t)n);
    text->at += n;
    i += (size_t)n;
  }
}

void text_words(struct text *text, const char *words) { text_bytes(text, words, strlen(words)); }

void text_omit(struct text *text) { text->cut = 1; }

/* One character of a string literal; more than one where it is escaped. */
static int literal(char *to, const unsigned char *at, size_t left, int *taken) {
  static const char plain[] = "\a\b\f\n\r\t\v\\\"", letter[] = "abfnrtv\\\"";
  int n = sequence(at, left);
  *taken = n ? n : 1;
  const char *found = n == 1 && *at ? strchr(plain, *at) : 0;
  if (found) { to[0] = '\\'; to[1] = letter[found - plain]; return 2; }
  if (!n) return sprintf(to, "\\x%02X", *at);
  if (n == 1 && (*at < 0x20 || *at == 0x7F)) return sprintf(to, left > 1 && at[1] >= '0' && at[1] <= '9' ? "\\%03d" : "\\%d", *at);
  memcpy(to, at, (size_t)n);
  return n;
}

void text_string(struct text *text, const char *bytes, size_t length) {
  text_bytes(text, "\"", 1);
  for (size_t i = 0; i < length && !text->cut;) {
    char piece[8];
    int taken, n = literal(piece, (const unsigned char *)bytes + i, length - i, &taken);
    int characters = (n == taken ? 1 : n);
    if (text->left < characters) { text->cut = 1; return; }
    text->left -= characters;
    memcpy(text->at, piece, (size_t)n);
    text->at += n;
    i += (size_t)taken;
  }
  text_bytes(text, "\"", 1);
}

/* Length of the whole literal in characters. */
int text_length(const char *bytes, size_t length) {
  int sum = 2;
  for (size_t i = 0; i < length;) {
    char piece[8];
    int taken, n = literal(piece, (const unsigned char *)bytes + i, length - i, &taken);
    sum += n == taken ? 1 : n;
    i += (size_t)taken;
  }
  return sum;
}

static int is_name(const char *bytes, size_t length) {
  static const char *const words[] = { "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while" };
  if (!length || (bytes[0] >= '0' && bytes[0] <= '9')) return 0;
  for (size_t i = 0; i < length; i++) {
    char c = bytes[i];
    if (!(c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return 0;
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) if (strlen(words[i]) == length && !memcmp(words[i], bytes, length)) return 0;
  return 1;
}

/* A string as the key of a table constructor. */
void text_name(struct text *text, const char *bytes, size_t length) {
  if (is_name(bytes, length)) { text_bytes(text, bytes, length); return; }
  text_words(text, "[");
  text_string(text, bytes, length);
  text_words(text, "]");
}
