using System;

class Refused : Exception
{
    public int Code { get; }

    public Refused(string message, int code) : base(message)
    {
        Code = code;
    }
}

class Door : IDisposable
{
    public void Dispose()
    {
        Console.WriteLine("closed");
    }
}

class Program
{
    static int Divide(int a, int b)
    {
        return a / b;
    }

    static void Check(int level)
    {
        if (level == 0)
        {
            throw new Refused("too low", 7);
        }
        Check(level - 1);
    }

    static void Main()
    {
        try
        {
            using var door = new Door();
            Check(2);
        }
        catch (Refused e) when (e.Code == 1)
        {
            Console.WriteLine("never");
        }
        catch (Refused e)
        {
            Console.WriteLine($"{e.Message} {e.Code}");
        }
        finally
        {
            Console.WriteLine("finally");
        }
        try
        {
            Console.WriteLine(Divide(1, 0));
        }
        catch (DivideByZeroException)
        {
            Console.WriteLine("zero");
        }
        try
        {
            try
            {
                int.Parse("x");
            }
            catch
            {
                throw;
            }
        }
        catch (Exception e)
        {
            Console.WriteLine(e.GetType().Name);
        }
        object text = "7";
        int number = (int)text;
        Console.WriteLine(number);
    }
}
