using System;

class Program
{
    static void Stop(int code)
    {
        Console.WriteLine("leaving");
        Environment.Exit(code);
    }

    static void Main()
    {
        AppDomain.CurrentDomain.ProcessExit += (sender, e) => Console.WriteLine("at the end");
        try
        {
            Stop(5);
        }
        finally
        {
            Console.WriteLine("never");
        }
    }
}
