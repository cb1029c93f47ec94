/* Builds the text of a value. Counts characters, not bytes, and never leaves half a character. */
#include "tracer.h"

#include <stdio.h>
#include <string.h>

#define MOST_CHARACTERS 16384

static char arena[MOST_CHARACTERS * 4 + 64];   /* one value is built at a time */

void text_open(struct text *text) {
  text->start = text->at = arena;
  text->left = limits.characters < MOST_CHARACTERS ? limits.characters : MOST_CHARACTERS;
  text->cut = 0;
}

void text_close(struct text *text) {
  if (!text->cut) return;
  memcpy(text->at, "…", 3);
  text->at += 3;
}

/* Length of the UTF-8 sequence that begins here; 0 where none does. */
static int sequence(const unsigned char *at) {
  int n = at[0] < 0x80 ? 1 : at[0] >= 0xC2 && at[0] < 0xE0 ? 2 : at[0] >= 0xE0 && at[0] < 0xF0 ? 3 : at[0] >= 0xF0 && at[0] < 0xF5 ? 4 : 0;
  for (int i = 1; i < n; i++) if ((at[i] & 0xC0) != 0x80) return 0;
  if (n == 3 && ((at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] >= 0xA0))) return 0;
  if (n == 4 && ((at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] >= 0x90))) return 0;
  return n;
}

static void piece(struct text *text, const char *bytes, int length, int characters) {
  if (text->cut) return;
  if (text->left < characters) { text->cut = 1; return; }
  text->left -= characters;
  memcpy(text->at, bytes, (size_t)length);
  text->at += length;
}

void text_words(struct text *text, const char *words) {
  for (int n; *words && !text->cut; words += n) {
    n = sequence((const unsigned char *)words);
    if (!n) n = 1;
    piece(text, words, n, 1);
  }
}

/* Whether double quotes do: no control characters, nothing that is no text. Looks no further than is shown. */
static int is_plain(const char *bytes, size_t length) {
  const unsigned char *at = (const unsigned char *)bytes, *end = at + length;
  for (int left = limits.characters, n; at < end && left > 0; at += n, left--) {
    n = sequence(at);
    if (!n || *at < 0x20 || *at == 0x7F) return 0;
  }
  return 1;
}

static void quoted(struct text *text, const unsigned char *at, const char *special) {
  int n = sequence(at);
  char escape[5] = { '\\', (char)*at };
  if (*at < 0x80 && strchr(special, *at)) piece(text, escape, 2, 2);
  else piece(text, (const char *)at, n, 1);
}

static void ansi(struct text *text, const unsigned char *at) {
  static const char control[] = "\a\b\033\f\n\r\t\v", letter[] = "abEfnrtv";
  char escape[5] = { '\\' };
  const char *found = strchr(control, *at);
  if (found) { escape[1] = letter[found - control]; piece(text, escape, 2, 2); }
  else if (!sequence(at) || *at < 0x20 || *at == 0x7F) { snprintf(escape, sizeof escape, "\\x%02x", *at); piece(text, escape, 4, 4); }
  else quoted(text, at, "'\\");
}

/* As `declare -p` writes it. */
void text_string(struct text *text, const char *bytes, size_t length) {
  int plain = is_plain(bytes, length);
  text_words(text, plain ? "\"" : "$'");
  for (const unsigned char *at = (const unsigned char *)bytes, *end = at + length; at < end && !text->cut; at += sequence(at) ? sequence(at) : 1)
    if (plain) quoted(text, at, "\"$`\\"); else ansi(text, at);
  text_words(text, plain ? "\"" : "'");
}

void text_key(struct text *text, const char *key) {
  size_t simple = strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.,:/+-");
  text_words(text, "[");
  if (*key && !key[simple]) text_words(text, key); else text_string(text, key, strlen(key));
  text_words(text, "]=");
}

long long text_length(const char *bytes) {
  long long sum = 0;
  for (const unsigned char *at = (const unsigned char *)bytes; *at; at += sequence(at) ? sequence(at) : 1) sum++;
  return sum;
}
