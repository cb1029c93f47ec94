using System;
using System.Collections.Generic;
using System.Threading;

class Program
{
    static readonly object Gate = new object();
    static int total;

    static void Add(int amount)
    {
        lock (Gate)
        {
            total += amount;
        }
    }

    static void Main()
    {
        var threads = new List<Thread>();
        for (int i = 1; i <= 3; i++)
        {
            int amount = i * 10;
            var thread = new Thread(() => Add(amount));
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        Console.WriteLine(total);
    }
}
