#include <cstdlib>
#include <iostream>

struct Last {
    ~Last() { std::cout << "static gone\n"; }
} last;

void leave(int code) {
    std::cout << "leaving\n";
    std::exit(code);
}

int main() {
    std::ios::sync_with_stdio(false);
    leave(5);
}
