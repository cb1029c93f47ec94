using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Manifests;

/// <summary>A range of versions: comparators separated by spaces that must all hold, for example <c>&gt;=1.0 &lt;2.0</c>. Immutable.</summary>
public sealed partial class VersionRange
{
    private readonly ImmutableArray<(string Operator, Version Version)> _comparators;
    private readonly string _text;

    private VersionRange(string text, ImmutableArray<(string Operator, Version Version)> comparators)
    {
        _text = text;
        _comparators = comparators;
    }

    /// <summary>Reads a range. Operators are <c>&gt;=</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&lt;</c> and <c>=</c>; a bare version means <c>=</c>.</summary>
    /// <returns>Whether the text is a range.</returns>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out VersionRange range)
    {
        ArgumentNullException.ThrowIfNull(text);
        range = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var comparators = ImmutableArray.CreateBuilder<(string, Version)>(parts.Length);
        foreach (var part in parts)
        {
            var match = Comparator().Match(part);
            if (!match.Success || !TryVersion(match.Groups["version"].Value, out var version))
            {
                return false;
            }

            comparators.Add((match.Groups["operator"].Value, version));
        }

        range = new VersionRange(text, comparators.ToImmutable());
        return parts.Length > 0;
    }

    /// <summary>Whether a version lies in the range.</summary>
    /// <param name="version">Dotted numbers, for example <c>1.0</c>; missing parts count as 0.</param>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public bool Contains(string version)
    {
        var wanted = TryVersion(version, out var parsed)
            ? parsed
            : throw new FormatException($"'{version}' is not a version.");
        return _comparators.All(comparator => Holds(wanted.CompareTo(comparator.Version), comparator.Operator));
    }

    /// <summary>The range as it was written.</summary>
    public override string ToString() => _text;

    private static bool Holds(int comparison, string @operator) => @operator switch
    {
        ">=" => comparison >= 0,
        ">" => comparison > 0,
        "<=" => comparison <= 0,
        "<" => comparison < 0,
        _ => comparison == 0,
    };

    private static bool TryVersion(string text, [MaybeNullWhen(false)] out Version version)
    {
        var numbers = new int[3];
        var parts = text.Split('.');
        version = null;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i >= numbers.Length || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        version = new Version(numbers[0], numbers[1], numbers[2]);
        return true;
    }

    [GeneratedRegex(@"^(?<operator>>=|<=|>|<|=|)(?<version>\d+(\.\d+){0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Comparator();
}
