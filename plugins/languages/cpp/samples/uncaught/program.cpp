#include <iostream>
#include <stdexcept>

void fail(int n) {
    if (n == 0) throw std::invalid_argument("no more");
    fail(n - 1);
}

int main() {
    std::cout << "start" << std::endl;
    fail(1);
}
