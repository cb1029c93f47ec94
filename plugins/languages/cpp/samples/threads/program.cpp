#include <functional>
#include <iostream>
#include <mutex>
#include <thread>
#include <vector>

std::mutex lock;
int total = 0;

void add(int from, int to) {
    for (int i = from; i < to; i++) {
        std::lock_guard<std::mutex> guard(lock);
        total += i;
    }
}

int main() {
    for (int i = 0; i < 2; i++) {
        std::thread worker(add, i * 2, i * 2 + 2);
        worker.join();
    }
    int result = 0;
    std::thread other([&result] { result = total * 2; });
    other.join();
    std::cout << total << ' ' << result << '\n';
}
