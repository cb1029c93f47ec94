#include <iostream>
#include <string>
#include <vector>

template <class T>
class Stack {
    std::vector<T> items_;

public:
    void push(T value) { items_.push_back(value); }
    T pop() {
        T top = items_.back();
        items_.pop_back();
        return top;
    }
    bool empty() const { return items_.empty(); }
};

template <typename T, typename... Rest>
T sum(T first, Rest... rest) {
    if constexpr (sizeof...(rest) == 0)
        return first;
    else
        return first + sum(rest...);
}

template <int N>
constexpr int cube() { return N * N * N; }

template <class It>
auto largest(It begin, It end) {
    auto best = *begin;
    for (; begin != end; ++begin)
        if (best < *begin) best = *begin;
    return best;
}

int main() {
    Stack<std::string> names;
    names.push("ada");
    names.push("bob");
    while (!names.empty()) std::cout << names.pop() << '\n';
    std::vector<double> values{1.5, 4.25, 2};
    std::cout << sum(1, 2, 3) << ' ' << sum(0.5, 1.5) << ' ' << cube<3>() << ' ' << largest(values.begin(), values.end()) << '\n';
}
