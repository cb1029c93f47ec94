#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

int mix(int state, int value) {
  state = static_cast<int>((state * 31L + value) % 1000003);
  return state;
}

std::string label(int number) {
  std::string text = "item";
  int digit = number % 10;
  text = text + static_cast<char>('0' + digit);
  return text;
}

int work(int rounds) {
  std::vector<int> slots(8, 0);
  std::map<std::string, int> counts;
  int state = 7;
  int best = 0;
  for (int i = 0; i < rounds; i++) {
    state = mix(state, i);
    int slot = state % 8;
    slots[slot] = slots[slot] + 1;
    std::string name = label(state);
    counts[name] = counts[name] + 1;
    if (state > best) {
      best = state;
    }
  }
  return best + slots[0] + counts["item3"];
}

int main(int argc, char **argv) {
  std::cout << work(std::atoi(argv[argc - 1])) << "\n";
  return 0;
}
