#include <vector>

namespace n {
// A box.
template <typename T> class Box {
public:
    explicit Box(T value) : value_(value) {}
    ~Box() {}
    // Gives it.
    const T &get() const { return value_; }
    bool operator==(const Box &other) const { return value_ == other.value_; }
private:
    T value_;
};
}

struct Point { int x; int sum(); };

int Point::sum() { return x; }

int main() { return 0; }
