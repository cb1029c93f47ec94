using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>Members of records in C and C++ whose type is an enumeration: a trace shows them as numbers, which no reader would write. Immutable.</summary>
internal sealed partial class Enumerations
{
    private readonly Regex? _shown;

    /// <summary>Reads the declarations of a file.</summary>
    public Enumerations(SourceFile source)
    {
        var types = source.Language is "c" or "cpp" ? Declared().Matches(source.Text).Select(m => m.Groups["type"].Value).ToHashSet(StringComparer.Ordinal) : [];
        var members = Member().Matches(source.Text).Where(m => types.Contains(m.Groups["type"].Value)).Select(m => Regex.Escape(m.Groups["name"].Value)).Distinct().ToList();
        _shown = members.Count == 0 ? null : new Regex($@"\.(?:{string.Join('|', members)}) = -?\d");
    }

    /// <summary>Whether a text shows such a member as a number.</summary>
    public bool Show(string text) => _shown?.IsMatch(text) ?? false;

    [GeneratedRegex(@"\benum\s+(?:class\s+|struct\s+)?(?<type>\w+)|\benum\s*\w*\s*\{[^}]*\}\s*(?<type>\w+)\s*;")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b(?<type>\w+)\s+(?<name>\w+)\s*[;={,]")]
    private static partial Regex Member();
}
