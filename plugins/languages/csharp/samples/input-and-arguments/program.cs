using System;

class Program
{
    static int Main(string[] args)
    {
        int sum = 0;
        foreach (var argument in args)
        {
            sum += int.Parse(argument);
        }
        Console.WriteLine(sum);
        string line;
        while ((line = Console.ReadLine()) != null)
        {
            Console.WriteLine("> " + line);
        }
        Console.Error.WriteLine("end of input");
        return sum;
    }
}
