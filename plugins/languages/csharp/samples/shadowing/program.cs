using System;

class Program
{
    static string value = "field";

    static void Show(int value)
    {
        Console.WriteLine(value + Program.value);
        for (int i = 0; i < 2; i++)
        {
            string name = "loop " + i;
            Console.WriteLine(name);
        }
        {
            int name = value * 2;
            Console.WriteLine(name);
        }
        Func<int, int> twice = static value => value * 2;
        Console.WriteLine(twice(21));
    }

    static void Main()
    {
        string value = "local";
        Show(4);
        Console.WriteLine(value);
    }
}
