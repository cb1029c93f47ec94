using System;
using System.Collections.Generic;
using System.Threading.Tasks;

class Program
{
    static async Task<int> Load(string name, int value)
    {
        Console.WriteLine("begin " + name);
        await Task.Delay(200);
        Console.WriteLine("end " + name);
        return value;
    }

    static async Task Fail()
    {
        await Task.Delay(200);
        throw new InvalidOperationException("late");
    }

    static async IAsyncEnumerable<int> Count(int to)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.CompletedTask;
            yield return i;
        }
    }

    static async Task Main()
    {
        int a = await Load("a", 1);
        int b = await Task.FromResult(41);
        Console.WriteLine(a + b);
        try
        {
            await Fail();
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine(e.Message);
        }
        await foreach (int n in Count(2))
        {
            Console.WriteLine(n);
        }
    }
}
