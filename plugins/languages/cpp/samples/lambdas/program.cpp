#include <algorithm>
#include <functional>
#include <iostream>
#include <vector>

std::function<int(int)> adder(int n) {
    return [n](int x) { return x + n; };
}

int main() {
    std::vector<int> v{4, 1, 3};
    int calls = 0;
    std::sort(v.begin(), v.end(), [&](int a, int b) {
        calls++;
        return a > b;
    });
    auto add5 = adder(5);
    int total = 0;
    for (int x : v)
        total += add5(x);
    std::function<int(int)> factorial = [&](int n) -> int { return n < 2 ? 1 : n * factorial(n - 1); };
    auto counter = [n = 0]() mutable { return ++n; };
    counter();
    std::cout << v[0] << ' ' << total << ' ' << factorial(4) << ' ' << counter() << ' ' << (calls > 0) << '\n';
}
