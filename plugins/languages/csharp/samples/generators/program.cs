using System;
using System.Collections.Generic;
using System.Linq;

class Program
{
    static IEnumerable<int> Squares(int count)
    {
        for (int i = 1; i <= count; i++)
        {
            yield return i * i;
        }
    }

    static IEnumerable<string> Guarded()
    {
        try
        {
            yield return "first";
            yield return "second";
        }
        finally
        {
            Console.WriteLine("cleaned up");
        }
    }

    static void Main()
    {
        int sum = 0;
        foreach (int square in Squares(3))
        {
            sum += square;
        }
        Console.WriteLine(sum);
        foreach (string word in Guarded())
        {
            Console.WriteLine(word);
            break;
        }
        Console.WriteLine(string.Join(" ", Squares(9).Where(n => n % 2 == 0).Take(2)));
    }
}
