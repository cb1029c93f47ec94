#include <iostream>
#include <memory>
#include <string>
#include <vector>

class Shape {
public:
    virtual ~Shape() = default;
    virtual double area() const = 0;
    std::string describe() const { return name_ + " " + std::to_string(static_cast<int>(area())); }

protected:
    explicit Shape(std::string name) : name_(std::move(name)) {}
    std::string name_;
};

class Square : public Shape {
    double side_;

public:
    explicit Square(double side) : Shape("square"), side_(side) {}
    double area() const override { return side_ * side_; }
};

struct Vec {
    int x = 0, y = 0;
    static int made;
    Vec(int a, int b) : x(a), y(b) { made++; }
    Vec operator+(const Vec& o) const { return Vec(x + o.x, y + o.y); }
    Vec& operator*=(int k) {
        x *= k;
        y *= k;
        return *this;
    }
    bool operator==(const Vec& o) const { return x == o.x && y == o.y; }
};
int Vec::made = 0;

namespace shop {
struct Item {
    std::string name;
    int price;
};
int total(const std::vector<Item>& items) {
    int sum = 0;
    for (const auto& item : items) sum += item.price;
    return sum;
}
}

int main() {
    std::vector<std::unique_ptr<Shape>> shapes;
    shapes.push_back(std::make_unique<Square>(3));
    for (const auto& s : shapes) std::cout << s->describe() << '\n';
    Vec a(1, 2), b(3, 4);
    Vec c = a + b;
    c *= 2;
    std::cout << c.x << ' ' << c.y << ' ' << Vec::made << ' ' << (a == b) << '\n';
    std::vector<shop::Item> items{{"pen", 2}, {"book", 12}};
    std::cout << shop::total(items) << '\n';
    return 0;
}
