#include <array>
#include <deque>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <stack>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

int main() {
    std::vector<int> numbers{3, 1, 2};
    std::vector<std::vector<int>> grid(2, std::vector<int>(2, 7));
    std::array<char, 3> letters{'x', 'y', '\n'};
    std::map<std::string, int> ages{{"zoe", 4}, {"ann", 9}};
    std::unordered_map<std::string, int> counts{{"b", 2}, {"a", 1}, {"c", 3}};
    std::unordered_set<int> seen{30, 10, 20};
    std::set<std::string> names{"q", "p"};
    std::pair<int, std::string> pair{1, "one"};
    std::tuple<int, double, bool> triple{1, 2.5, true};
    std::optional<int> maybe;
    std::deque<int> deque{1, 2};
    std::list<std::string> list{"é", "世"};
    std::stack<int> stack;
    std::priority_queue<int> heap;
    std::shared_ptr<std::string> shared = std::make_shared<std::string>("kept");
    auto other = shared;
    std::vector<bool> bits{true, false};
    std::vector<int> many(100, 1);
    numbers.push_back(5);
    maybe = 6;
    stack.push(8);
    heap.push(2);
    heap.push(9);
    auto [first, second] = pair;
    for (auto& [name, age] : ages) age += first;
    std::cout << numbers.size() << ages["ann"] << *maybe << heap.top() << second << *other << '\n';
    return 0;
}
