#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
  char name[8];
  int count;
};

static int mix(int state, int value) {
  state = (int)((state * 31L + value) % 1000003);
  return state;
}

static int label(char *text, int number) {
  int digit = number % 10;
  strcpy(text, "item");
  text[4] = (char)('0' + digit);
  text[5] = 0;
  return digit;
}

static int work(int rounds) {
  int slots[8] = {0};
  struct entry counts[10] = {{"", 0}};
  char name[8] = "";
  int state = 7;
  int best = 0;
  for (int i = 0; i < rounds; i++) {
    state = mix(state, i);
    int slot = state % 8;
    slots[slot] = slots[slot] + 1;
    int at = label(name, state);
    strcpy(counts[at].name, name);
    counts[at].count = counts[at].count + 1;
    if (state > best) {
      best = state;
    }
  }
  return best + slots[0] + counts[3].count;
}

int main(int argc, char **argv) {
  printf("%d\n", work(atoi(argv[argc - 1])));
  return 0;
}
