// Simulates a room with a heater that switches with some slack, in tenths of a degree.
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

class Thermostat {
public:
    Thermostat(int low, int high) : low(low), high(high)
    {
        if (low >= high)
            throw std::invalid_argument("low must be below high");
    }

    bool decide(int temperature)
    {
        if (temperature <= low && !heating) {
            heating = true;
            switches++;
        } else if (temperature >= high && heating) {
            heating = false;
            switches++;
        }
        return heating;
    }

    int switchCount() const { return switches; }

private:
    int low;
    int high;
    bool heating = false;
    int switches = 0;
};

struct Room {
    int temperature;
    int outside;

    void step(bool heating)
    {
        int loss = (temperature - outside) / 20;
        temperature -= loss;
        if (heating)
            temperature += 14;
    }
};

static std::string chart(const std::vector<int> &history, int floor)
{
    std::string line;
    for (int value : history)
        line += value < floor ? '_' : value < floor + 10 ? '-' : '^';
    return line;
}

int main()
{
    try {
        Thermostat broken(210, 190);
    } catch (const std::invalid_argument &problem) {
        std::cout << "refused: " << problem.what() << '\n';
    }

    Thermostat thermostat(190, 210);
    Room room{185, 40};
    std::vector<int> history;
    int minutes = 0;
    int burning = 0;
    while (minutes < 24) {
        bool heating = thermostat.decide(room.temperature);
        room.step(heating);
        history.push_back(room.temperature);
        burning += heating ? 1 : 0;
        minutes++;
    }
    std::cout << chart(history, 195) << '\n';
    std::cout << "burned " << burning << " of " << minutes << " minutes, "
              << thermostat.switchCount() << " switches, ended at " << room.temperature / 10 << '.'
              << room.temperature % 10 << '\n';
    return 0;
}
