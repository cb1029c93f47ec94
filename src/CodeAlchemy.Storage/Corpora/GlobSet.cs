using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Storage.Corpora;

/// <summary>
/// Glob patterns over paths with '/'. <c>*</c> and <c>?</c> stay within a segment, <c>**</c> crosses segments, <c>[a-z]</c> and
/// <c>{a,b}</c> choose. A pattern without '/' fits at any depth; one that ends in '/' means the folder and all in it.
/// Case matters. Thread-safe.
/// </summary>
public sealed class GlobSet
{
    private readonly Regex[] _patterns;
    private readonly bool _all;

    /// <summary>Compiles patterns.</summary>
    /// <param name="patterns">The patterns; a path fits when one of them does.</param>
    public GlobSet(ImmutableArray<string> patterns)
    {
        _all = patterns.Any(p => p is "**/*" or "**" or "*");
        _patterns = [.. patterns.Select(p => new Regex(
            ToRegex(p), RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant))];
    }

    /// <summary>Whether a path fits one of the patterns.</summary>
    /// <param name="path">Path with '/' as separator.</param>
    public bool Fits(string path)
    {
        if (_all)
        {
            return true;
        }

        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(path))
            {
                return true;
            }
        }

        return false;
    }

    private static string ToRegex(string pattern)
    {
        var glob = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern.TrimStart('/');
        if (glob.EndsWith('/'))
        {
            glob += "**";
        }

        var anyDepth = !pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal) ? "(?:.*/)?" : string.Empty;
        var regex = new StringBuilder("^").Append(anyDepth);
        var depth = 0;
        for (var i = 0; i < glob.Length; i++)
        {
            i += Translate(glob, i, regex, ref depth);
        }

        return regex.Append(')', depth).Append('$').ToString();
    }

    /// <summary>Translates what stands at a position; returns how many characters more than one it took.</summary>
    private static int Translate(string glob, int at, StringBuilder regex, ref int depth)
    {
        switch (glob[at])
        {
            case '*' when Follows(glob, at, "**/"):
                regex.Append("(?:.*/)?");
                return 2;
            case '*' when Follows(glob, at, "**"):
                regex.Append(".*");
                return 1;
            case '*':
                regex.Append("[^/]*");
                return 0;
            case '?':
                regex.Append("[^/]");
                return 0;
            case '[' when ClassEnd(glob, at) is > 0 and var end:
                regex.Append(Class(glob[(at + 1)..end]));
                return end - at;
            case '{' when glob.IndexOf('}', at) > 0:
                regex.Append("(?:");
                depth++;
                return 0;
            case ',' when depth > 0:
                regex.Append('|');
                return 0;
            case '}' when depth > 0:
                regex.Append(')');
                depth--;
                return 0;
            default:
                regex.Append(Regex.Escape(glob[at].ToString()));
                return 0;
        }
    }

    private static bool Follows(string glob, int at, string text) =>
        glob.AsSpan(at).StartsWith(text, StringComparison.Ordinal);

    private static int ClassEnd(string glob, int at) => at + 2 < glob.Length ? glob.IndexOf(']', at + 2) : -1;

    private static string Class(string body)
    {
        var negated = body[0] is '!' or '^';
        var set = (negated ? body[1..] : body).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("^", "\\^", StringComparison.Ordinal);
        return $"[{(negated ? "^/" : string.Empty)}{set}]";
    }
}
