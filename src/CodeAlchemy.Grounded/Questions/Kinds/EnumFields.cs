using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>Fields of C and C++ that hold members of enumerations. A trace shows their numbers, which no reader would write. Immutable.</summary>
public sealed partial class EnumFields
{
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);

    /// <summary>Finds the fields of a file; those of other languages have none.</summary>
    public EnumFields(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Language is "c" or "cpp")
        {
            var types = Enumeration().Matches(source.Text).Select(m => m.Groups["type"].Value).Concat(Synonym().Matches(source.Text).Select(m => m.Groups["type"].Value)).ToHashSet(StringComparer.Ordinal);
            _fields.UnionWith(Field().Matches(source.Text).Where(m => types.Contains(m.Groups["type"].Value)).Select(m => m.Groups["name"].Value));
        }
    }

    /// <summary>Whether a shown value holds one of them.</summary>
    public bool In(string shown) => _fields.Count > 0 && Shown().Matches(shown).Any(m => _fields.Contains(m.Groups["name"].Value));

    [GeneratedRegex(@"\benum\s+(?:class\s+|struct\s+)?(?<type>[A-Za-z_]\w*)")]
    private static partial Regex Enumeration();

    [GeneratedRegex(@"\benum\b[^{};()]*\{[^}]*\}\s*(?<type>[A-Za-z_]\w*)")]
    private static partial Regex Synonym();

    [GeneratedRegex(@"\b(?<type>[A-Za-z_]\w*)\s+(?<name>[A-Za-z_]\w*)\s*[;={,\[]")]
    private static partial Regex Field();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_]\w*) = -?\d")]
    private static partial Regex Shown();
}
