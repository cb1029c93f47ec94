using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>
/// Types of C++ that can't be written as a list of their fields: they have constructors, virtual functions or members that are not
/// public. A trace shows their fields, but that is no literal of the language. Immutable.
/// </summary>
internal sealed partial class ClosedTypes
{
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);

    public ClosedTypes(SourceFile source)
    {
        if (source.Language != "cpp")
        {
            return;
        }

        foreach (Match head in Head().Matches(source.Text))
        {
            var body = Body(source.Text, head.Index + head.Length);
            var name = Regex.Escape(head.Groups["name"].Value);
            if (Hidden().IsMatch(body) || (head.Groups["kind"].Value == "class" && !body.Contains("public:", StringComparison.Ordinal)) || head.Groups["base"].Success
                || Regex.IsMatch(body, $@"(?<![\w~:]){name}\s*\([^;{{}}]*\)\s*(?:noexcept\s*)?[:{{;=]", RegexOptions.CultureInvariant))
            {
                _fields.UnionWith(Field().Matches(body).Select(m => m.Groups["name"].Value));
            }
        }
    }

    /// <summary>Whether a shown value names a field of one of them.</summary>
    public bool In(string shown) => _fields.Count > 0 && Shown().Matches(shown).Any(m => _fields.Contains(m.Groups["name"].Value));

    private static string Body(string text, int from)
    {
        var (depth, end) = (1, from);
        for (; end < text.Length && depth > 0; end++)
        {
            depth += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
        }

        return text[from..end];
    }

    [GeneratedRegex(@"\b(?<kind>struct|class)\s+(?<name>[A-Za-z_]\w*)\s*(?:final\s*)?(?<base>:[^;{()]*)?\{")]
    private static partial Regex Head();

    [GeneratedRegex(@"\b(?:private|protected)\s*:|\bvirtual\b|\bexplicit\b")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?m)\b(?<name>[A-Za-z_]\w*)\s*(?:\[[^\]]*\]\s*)*(?:=[^;\n()]*|\{[^;\n()]*\})?(?:,[^;()]*)?;")]
    private static partial Regex Field();

    [GeneratedRegex(@"\.(?<name>[A-Za-z_]\w*) = ")]
    private static partial Regex Shown();
}
