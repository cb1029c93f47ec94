using System;
using System.Linq;
using System.Numerics;

class Program
{
    static void Main()
    {
        string longText = new string('x', 1000);
        BigInteger big = BigInteger.Pow(2, 200);
        int[] many = Enumerable.Range(0, 100).ToArray();
        string city = "Zürich 東京 🎉";
        string quoted = "a\tb \"c\" \\ \u0001";
        char letter = 'ß';
        char newline = '\n';
        double third = 1.0 / 3;
        double huge = 1e300 * 1e10;
        float small = 0.1f;
        decimal price = 19.90m;
        long far = long.MinValue;
        ulong high = ulong.MaxValue;
        byte bits = 0xFF;
        bool flag = third > 0;
        object boxed = 42;
        object nothing = null;
        Type type = typeof(string);
        var day = new DateTime(2024, 2, 29);
        Console.WriteLine(longText.Length + " " + big + " " + many.Sum() + " " + city);
        Console.WriteLine($"{quoted.Length} {letter} {newline == '\n'} {huge} {small} {price} {far} {high} {bits} {flag} {boxed} {nothing} {type.Name} {day.Year}");
    }
}
