using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// Variables that C and C++ programs declare without a value. Tracing sets them to zero, but the languages promise nothing, so what they
/// hold before the program writes to them is no question.
/// </summary>
public sealed partial class BareDeclarations
{
    private static readonly HashSet<string> NoTypes = new(StringComparer.Ordinal) { "return", "else", "goto", "case", "throw", "delete", "using", "typedef", "extern", "static" };
    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);
    private readonly HashSet<string> _arrays = new(StringComparer.Ordinal);

    /// <summary>Finds the declarations of a file; those of other languages have none.</summary>
    public BareDeclarations(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Language is "c" or "cpp")
        {
            var types = new HashSet<string>(StringComparer.Ordinal);
            foreach (var match in source.Text.Split('\n').Select(line => Declaration().Match(line)).Where(m => m.Success && !NoTypes.Contains(m.Groups["type"].Value)))
            {
                foreach (Match name in Name().Matches(match.Groups["names"].Value))
                {
                    (name.Groups["array"].Success ? _arrays : _plain).Add(name.Groups["name"].Value);
                    types.UnionWith(name.Groups["array"].Success ? [match.Groups["type"].Value] : []);
                }
            }

            // Through a pointer a function sees an array of its caller.
            _arrays.UnionWith(Pointer().Matches(source.Text).Where(m => types.Contains(m.Groups["type"].Value)).Select(m => m.Groups["name"].Value));
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _plain.Count == 0 && _arrays.Count == 0;

    /// <summary>Whether part of a value may be what happened to be in memory: an array, as a whole, a structure of which a member is zero, or a variable that is still zero.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="changed">Whether it has held something else before.</param>
    public bool MayBeUnset(string name, TraceValue value, bool changed)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _arrays.Contains(name) || (_plain.Contains(name) && (value.Text.StartsWith('{') ? ZeroMember().IsMatch(value.Text) : !changed && Zero().IsMatch(value.Text)));
    }

    [GeneratedRegex(@"^\s*(?:(?:const|volatile|register|unsigned|signed|long|short|struct|union|enum)\s+)*(?<type>[A-Za-z_][\w:]*(?:<[^;=]*>)?)[\s*&]+(?<names>[A-Za-z_]\w*(?:\s*\[[^\]]*\])*(?:\s*,\s*\**\s*[A-Za-z_]\w*(?:\s*\[[^\]]*\])*)*)\s*;")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?:^|,)\s*\**\s*(?<name>[A-Za-z_]\w*)\s*(?<array>\[)?")]
    private static partial Regex Name();

    [GeneratedRegex(@"[(,]\s*(?:struct\s+)?(?<type>(?!const\b)\w+)\s*\*\s*(?<name>\w+)\s*(?=[,)])")]
    private static partial Regex Pointer();

    [GeneratedRegex("""\.\w+ = (?:0(?:\.0+)?|false|nullptr|NULL|""|'\\0')\s*(?=[,}])""")]
    private static partial Regex ZeroMember();

    [GeneratedRegex(@"\A(?:false|nullptr|NULL|(?:\.\w+ = )|[\s{},.0""'\\])*\z")]
    private static partial Regex Zero();
}
