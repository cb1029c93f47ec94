// Merges overlapping intervals. The first line of the input is how many there are.
#include <algorithm>
#include <iostream>
#include <vector>

struct Interval {
    int from;
    int to;

    int length() const { return to - from; }
};

static bool readAll(std::istream &in, std::vector<Interval> &intervals)
{
    int count = 0;
    if (!(in >> count) || count < 0)
        return false;
    for (int i = 0; i < count; i++) {
        Interval next{0, 0};
        if (!(in >> next.from >> next.to))
            return false;
        if (next.to < next.from)
            std::swap(next.from, next.to);
        intervals.push_back(next);
    }
    return true;
}

static std::vector<Interval> merge(std::vector<Interval> intervals)
{
    std::sort(intervals.begin(), intervals.end(), [](const Interval &a, const Interval &b) {
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    std::vector<Interval> merged;
    for (const Interval &next : intervals) {
        if (merged.empty() || next.from > merged.back().to) {
            merged.push_back(next);
        } else if (next.to > merged.back().to) {
            merged.back().to = next.to;
        }
    }
    return merged;
}

int main()
{
    std::vector<Interval> intervals;
    if (!readAll(std::cin, intervals)) {
        std::cerr << "the input ends too early\n";
        return 1;
    }
    std::vector<Interval> merged = merge(intervals);
    int covered = 0;
    int widestGap = 0;
    for (std::size_t i = 0; i < merged.size(); i++) {
        covered += merged[i].length();
        if (i > 0)
            widestGap = std::max(widestGap, merged[i].from - merged[i - 1].to);
        std::cout << '[' << merged[i].from << ", " << merged[i].to << "]\n";
    }
    std::cout << "covered " << covered << ", widest gap " << widestGap << '\n';
    return 0;
}
