using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Strategies.CodeDev;

/// <summary>Whether a left-out part of a program can be worked out from what the question shows, and not only guessed. Pure.</summary>
internal static partial class Derivable
{
    private const int ShortestProse = 5;

    /// <summary>Whether a function's body is a matter of choice: a set-up or tests, whose data only their author knows.</summary>
    public static bool IsArbitrary(OutlineFunction function, string body) =>
        Chosen().IsMatch(function.Name) || Assertion().Count(body) > 1;

    /// <summary>How many texts and numbers of several digits a part holds that the question shows nowhere.</summary>
    /// <param name="part">The left-out code.</param>
    /// <param name="shown">Everything that the question shows.</param>
    public static int Unseen(string part, string shown) =>
        Unseen(part, Shown().Matches(shown).Select(m => m.Value).ToHashSet(StringComparer.Ordinal));

    private static int Unseen(string part, HashSet<string> shown) =>
        Literal().Matches(part).Select(m => m.Groups["text"].Success ? m.Groups["text"].Value : m.Value).Where(text => text.Length > 0).Distinct()
            .Count(literal => Piece().Matches(literal).Any(piece => !shown.Contains(piece.Value)));

    /// <summary>Whether a documentation says more than the names of what it documents: enough words outside of tags and examples.</summary>
    public static bool IsTelling(string documentation) =>
        documentation.Split('\n').Select(line => line.Trim().TrimStart('/', '*', '#', '"', '\'', ' ')).Where(line => !Tag().IsMatch(line))
            .Sum(line => Word().Count(line)) >= ShortestProse;

    [GeneratedRegex(@"\A(?:main|_*(?:self_?)?tests?(?:_?\w*)|run_?tests?|demo|example)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Chosen();

    [GeneratedRegex(@"\bassert")]
    private static partial Regex Assertion();

    [GeneratedRegex("""(?<!\w)(?:[fFrRbBuU]{1,2})?"(?<text>(?:[^"\\\n]|\\.)*)"|(?<!\w)(?:[fFrRbBuU]{1,2})?'(?<text>(?:[^'\\\n]|\\.)*)'|`(?<text>[^`]*)`|\b\d{2,}\b""")]
    private static partial Regex Literal();

    // Words of a text, so that a value in its midst or an escape does not hide them.
    [GeneratedRegex(@"(?<![\\%\w${])[A-Za-z]{3,}|\A\d{2,}\z")]
    private static partial Regex Piece();

    // Whole words, so that "field" is not taken for shown by "fields"; parts of a name that underscores join are words.
    [GeneratedRegex("[A-Za-z]+|[0-9]+")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\A(?:@(?!brief|details?)\w+|\\(?!brief|detail)\w+|:\w+|>>>|\.\.\.|\[|Args:|Returns?:|Raises:|Examples?:)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![@\\:])\b[A-Za-z]{2,}\b")]
    private static partial Regex Word();
}
