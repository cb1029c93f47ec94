#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    int a, b;
    if (!(std::cin >> a >> b)) {
        std::cerr << "numbers wanted\n";
        return 2;
    }
    std::string line;
    std::getline(std::cin >> std::ws, line);
    std::cout << a + b << ' ' << line << ' ' << (argc > 2 ? argv[2] : "-") << std::endl;
    return 0;
}
