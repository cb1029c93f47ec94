using System.Text;

namespace CodeAlchemy.Compiler;

/// <summary>What the recorder has to know about functions, written beside the program: names, variables, and the lines of probes.</summary>
internal sealed class Sites
{
    private readonly StringBuilder _text = new();

    public void Add(string function, int line, bool canSuspend, IEnumerable<(string Name, string Type)> variables, IEnumerable<(int Line, ulong Scope)> places)
    {
        _text.Append($"F\t{function}\t{line}\t{(canSuspend ? 1 : 0)}\n");
        foreach (var (name, type) in variables)
        {
            _text.Append($"V\t{name}\t{type}\n");
        }

        foreach (var (at, scope) in places)
        {
            _text.Append($"P\t{at}\t{scope}\n");
        }
    }

    public void Write(string file) => File.WriteAllText(file, _text.ToString(), new UTF8Encoding(false));
}
