namespace CodeAlchemy.Trace;

/// <summary>A function of the program as the compiler's side described it.</summary>
internal sealed class Function(string name, int line, bool canSuspend)
{
    public byte[] Name { get; } = RecordBuffer.Escaped(name);

    public int Line { get; } = line;

    /// <summary>Whether it can be left and entered again: an iterator, or asynchronous.</summary>
    public bool CanSuspend { get; } = canSuspend;

    public List<byte[]> Names { get; } = [];

    public List<byte[]> Types { get; } = [];

    /// <summary>Line of each place; 0 where it is the one that ran last.</summary>
    public int[] Lines { get; private set; } = [];

    /// <summary>The slots that can be named at each place.</summary>
    public ulong[] Scopes { get; private set; } = [];

    /// <summary>Reads what lies beside the program.</summary>
    public static Function[] Read(string file)
    {
        var functions = new List<Function>();
        var lines = new List<int>();
        var scopes = new List<ulong>();
        foreach (var row in File.ReadAllLines(file))
        {
            var fields = row.Split('\t');
            switch (fields[0])
            {
                case "F":
                    Close(functions, lines, scopes);
                    functions.Add(new Function(fields[1], int.Parse(fields[2]), fields[3] == "1"));
                    break;
                case "V":
                    functions[^1].Names.Add(RecordBuffer.Escaped(fields[1]));
                    functions[^1].Types.Add(RecordBuffer.Escaped(fields[2]));
                    break;
                default:
                    lines.Add(int.Parse(fields[1]));
                    scopes.Add(ulong.Parse(fields[2]));
                    break;
            }
        }

        Close(functions, lines, scopes);
        return [.. functions];
    }

    private static void Close(List<Function> functions, List<int> lines, List<ulong> scopes)
    {
        if (functions.Count > 0)
        {
            (functions[^1].Lines, functions[^1].Scopes) = ([.. lines], [.. scopes]);
        }

        lines.Clear();
        scopes.Clear();
    }
}
