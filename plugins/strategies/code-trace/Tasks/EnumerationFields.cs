using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Fields of C and C++ programs that hold members of enumerations, which traces show as numbers: no reader would write those. Pure.</summary>
internal sealed partial class EnumerationFields
{
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);

    /// <summary>Finds the fields of a file; those of other languages have none.</summary>
    public EnumerationFields(SourceFile source)
    {
        if (source.Language is "c" or "cpp")
        {
            var types = Definition().Matches(source.Text).SelectMany(m => new[] { m.Groups["name"].Value, m.Groups["typedef"].Value }).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);
            _fields.UnionWith(Declared().Matches(source.Text).Where(m => types.Contains(m.Groups["type"].Value)).Select(m => m.Groups["field"].Value));
        }
    }

    /// <summary>Whether a value shows one of them.</summary>
    public bool AreIn(TraceValue value) => Shown().Matches(value.Text).Any(m => _fields.Contains(m.Groups["field"].Value));

    [GeneratedRegex(@"\benum\s+(?:class\s+|struct\s+)?(?<name>\w+)?[^{};()]*\{[^}]*\}\s*(?<typedef>\w+)?")]
    private static partial Regex Definition();

    [GeneratedRegex(@"\b(?<type>\w+)\s+(?<field>\w+)\s*(?=[;={\[])")]
    private static partial Regex Declared();

    [GeneratedRegex(@"\.(?<field>\w+) = -?\d")]
    private static partial Regex Shown();
}
