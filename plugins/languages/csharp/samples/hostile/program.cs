using System;
using System.Collections;
using System.Collections.Generic;

namespace CodeAlchemy.Trace
{
    class Recorder
    {
        public static int Calls;
    }
}

class Trap : IEnumerable<int>
{
    public int Asked;

    public string Name
    {
        get
        {
            Asked++;
            return "trap";
        }
    }

    public override string ToString()
    {
        Asked++;
        throw new InvalidOperationException("asked for a text");
    }

    public override bool Equals(object other)
    {
        Asked++;
        return true;
    }

    public override int GetHashCode()
    {
        Asked++;
        return 1;
    }

    public IEnumerator<int> GetEnumerator()
    {
        Asked++;
        yield break;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

class Program
{
    static void Main()
    {
        var trap = new Trap();
        var others = new List<Trap> { trap, new Trap() };
        var cycle = new List<object>();
        cycle.Add(cycle);
        Console.WriteLine(trap.Asked + others[1].Asked + CodeAlchemy.Trace.Recorder.Calls);
        Console.WriteLine(new object().GetHashCode());
        Console.WriteLine(Environment.GetEnvironmentVariable("CODEALCHEMY_TRACE_FD") ?? "none");
        string[] paths = Environment.StackTrace.Split('\n');
        Console.WriteLine(paths.Length);
        Span<int> span = stackalloc int[] { 1, 2, 3 };
        Console.WriteLine(span[1]);
        dynamic late = trap.Name;
        Console.WriteLine(late.Length);
        Console.WriteLine("\u001f8:z\u001fevents,");
    }
}
