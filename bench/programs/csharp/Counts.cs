using System;
using System.Collections.Generic;

static class Counts
{
    static int Mix(int state, int value)
    {
        state = (int)((state * 31L + value) % 1000003);
        return state;
    }

    static string Label(int number)
    {
        string text = "item";
        int digit = number % 10;
        text = text + digit;
        return text;
    }

    static int Work(int rounds)
    {
        var slots = new int[8];
        var counts = new Dictionary<string, int>();
        int state = 7;
        int best = 0;
        for (int i = 0; i < rounds; i++)
        {
            state = Mix(state, i);
            int slot = state % 8;
            slots[slot] = slots[slot] + 1;
            string name = Label(state);
            counts[name] = counts.GetValueOrDefault(name) + 1;
            if (state > best)
            {
                best = state;
            }
        }
        return best + slots[0] + counts.GetValueOrDefault("item3");
    }

    static void Main(string[] args)
    {
        Console.WriteLine(Work(int.Parse(args[0])));
    }
}
