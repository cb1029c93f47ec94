#include <iostream>
#include <memory>
#include <string>
#include <utility>

struct Loud {
    std::string name;
    explicit Loud(std::string n) : name(std::move(n)) { std::cout << "make " << name << '\n'; }
    Loud(const Loud& o) : name(o.name) { std::cout << "copy " << name << '\n'; }
    Loud(Loud&& o) noexcept : name(std::move(o.name)) { std::cout << "move " << name << '\n'; }
    ~Loud() { std::cout << "drop " << name << '\n'; }
};

struct Fixed {
    int value;
    explicit Fixed(int v) : value(v) {}
    Fixed(const Fixed&) = delete;
    Fixed(Fixed&&) = delete;
};

Loud in_place() { return Loud("a"); }
Loud named() {
    Loud local("b");
    return local;
}
Loud passed(Loud given) { return given; }
std::unique_ptr<Loud> owned() {
    auto p = std::make_unique<Loud>("c");
    return p;
}
Fixed immovable() { return Fixed(3); }
const std::string& name_of(const Loud& l) { return l.name; }
std::string pick(bool b, const Loud& x, const Loud& y) { return b ? x.name : y.name; }

int main() {
    Loud a = in_place();
    Loud b = named();
    Loud c = passed(b);
    auto d = owned();
    Fixed f = immovable();
    std::cout << f.value << name_of(a) << pick(false, a, *d) << c.name << '\n';
}
