// A binary heap of tasks, with its own sift up and sift down.
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

struct Task {
    int urgency;
    std::string name;
};

class TaskHeap {
public:
    void push(int urgency, const std::string &name)
    {
        tasks.push_back(Task{urgency, name});
        siftUp(static_cast<int>(tasks.size()) - 1);
    }

    Task pop()
    {
        if (tasks.empty())
            throw std::out_of_range("no task left");
        Task top = tasks.front();
        tasks.front() = tasks.back();
        tasks.pop_back();
        if (!tasks.empty())
            siftDown(0);
        return top;
    }

    bool empty() const { return tasks.empty(); }
    int swaps() const { return swapCount; }

private:
    std::vector<Task> tasks;
    int swapCount = 0;

    void exchange(int a, int b)
    {
        std::swap(tasks[a], tasks[b]);
        swapCount++;
    }

    void siftUp(int index)
    {
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (tasks[parent].urgency >= tasks[index].urgency)
                break;
            exchange(parent, index);
            index = parent;
        }
    }

    void siftDown(int index)
    {
        int count = static_cast<int>(tasks.size());
        while (true) {
            int largest = index;
            for (int child = 2 * index + 1; child <= 2 * index + 2; child++) {
                if (child < count && tasks[child].urgency > tasks[largest].urgency)
                    largest = child;
            }
            if (largest == index)
                return;
            exchange(index, largest);
            index = largest;
        }
    }
};

int main()
{
    TaskHeap heap;
    heap.push(2, "sweep");
    heap.push(9, "fire drill");
    heap.push(5, "lunch");
    heap.push(7, "call back");
    heap.push(1, "nap");

    int order = 0;
    while (!heap.empty()) {
        Task task = heap.pop();
        order++;
        std::cout << order << ". " << task.name << " (" << task.urgency << ")\n";
    }
    std::cout << heap.swaps() << " swaps\n";
    try {
        heap.pop();
    } catch (const std::out_of_range &problem) {
        std::cout << "then: " << problem.what() << '\n';
    }
    return 0;
}
