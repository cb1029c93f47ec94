using System;

class Program
{
    static int Depth(int n)
    {
        if (n == 0)
        {
            return 0;
        }
        return 1 + Depth(n - 1);
    }

    static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);

    static bool IsEven(int n) => n == 0 || IsOdd(n - 1);

    static bool IsOdd(int n) => n != 0 && IsEven(n - 1);

    static void Main()
    {
        Console.WriteLine(Depth(500));
        Console.WriteLine(Fibonacci(5));
        Console.WriteLine(IsEven(7));
    }
}
