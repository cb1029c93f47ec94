using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Development;

namespace CodeAlchemy.Grounded.Faults;

/// <summary>
/// Which lines of a C or C++ file decide what is read or written through a pointer. No build without a shadow of the memory notices every step
/// beyond what a pointer points to, so such lines are no place for a fault. Pure.
/// </summary>
/// <param name="source">The file.</param>
internal sealed partial class PointerUse(SourceFile source)
{
    private static readonly HashSet<string> NoTypes = new(StringComparer.Ordinal) { "return", "else", "case", "sizeof", "in" };
    private readonly string[] _lines = source.Text.Split('\n');
    private readonly HashSet<string> _pointers = source.Language is "c" or "cpp"
        ? [.. Declared().Matches(source.Text).Where(m => !NoTypes.Contains(m.Groups["type"].Value)).Select(m => m.Groups["name"].Value), .. Parameter().Matches(source.Text).Select(m => m.Groups["name"].Value)] : [];

    /// <summary>Whether a line goes through a pointer, or uses a variable that says where a line of the same function does.</summary>
    /// <param name="outline">The file's outline.</param>
    /// <param name="line">The line, from 1.</param>
    public bool Decides(Abstractions.Syntax.SourceOutline outline, int line)
    {
        if (_pointers.Count == 0)
        {
            return false;
        }

        var function = FunctionUse.At(outline, line);
        var body = function is null ? _lines : _lines[(function.Span.StartLine - 1)..function.Span.EndLine];
        var places = body.SelectMany(Places).ToHashSet(StringComparer.Ordinal);
        var own = SourceLines.Of(source.Text, line);
        return Places(own).Any() || Name().Matches(own).Any(m => places.Contains(m.Value));
    }

    // Names in the brackets behind a pointer, and pointers that a line follows.
    private IEnumerable<string> Places(string line) => Indexed().Matches(line).Where(m => _pointers.Contains(m.Groups["name"].Value))
        .SelectMany(m => Name().Matches(m.Groups["index"].Value).Select(n => n.Value).Append(m.Groups["name"].Value))
        .Concat(Followed().Matches(line).Select(m => m.Groups["name"].Value).Where(_pointers.Contains));

    [GeneratedRegex(@"(?<type>\b\w+)\s*\*+\s*(?:const\s+)?(?<name>[A-Za-z_]\w*)\s*(?=[=;,)\[])")]
    private static partial Regex Declared();

    // An array among the parameters is a pointer.
    [GeneratedRegex(@"[(,]\s*(?:const\s+)?(?:struct\s+|unsigned\s+)?\w+\s+(?<name>[A-Za-z_]\w*)\s*\[[^\]]*\]\s*(?=[,)\[])")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<name>[A-Za-z_]\w*)\s*(?:\[(?<index>[^\]]*)\])+")]
    private static partial Regex Indexed();

    [GeneratedRegex(@"(?:^|[=(,;!&|+\-<>?:{]|return)\s*\*\s*\(?\s*(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Followed();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Name();
}
