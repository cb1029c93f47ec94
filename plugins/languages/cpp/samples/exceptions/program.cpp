#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

struct Refused : std::runtime_error {
    int code;
    Refused(const std::string& why, int c) : std::runtime_error(why), code(c) {}
};

struct Guard {
    std::string name;
    ~Guard() { std::cout << "leaving " << name << '\n'; }
};

int withdraw(int balance, int amount) {
    if (amount > balance) throw Refused("short of " + std::to_string(amount - balance), 7);
    return balance - amount;
}

int transfer(int balance, int amount) {
    Guard guard{"transfer"};
    return withdraw(balance, amount);
}

int attempt(int amount) {
    try {
        return transfer(10, amount);
    } catch (const Refused& e) {
        std::cout << e.what() << '\n';
        return -e.code;
    }
}

int main() {
    std::cout << attempt(4) << '\n' << attempt(15) << '\n';
    try {
        throw 42;
    } catch (int n) {
        std::cout << "int " << n << '\n';
    }
    try {
        try {
            std::string().at(3);
        } catch (...) {
            throw;
        }
    } catch (const std::exception&) {
        std::cout << "again\n";
    }
    return 0;
}
