using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>Lists of texts that are the arguments, or the input cut into pieces: who reads the question has them already. Pure.</summary>
internal static partial class GivenTexts
{
    // What may stand between two pieces: line ends, blanks, commas and the like.
    private const int LongestGap = 3;

    /// <summary>Whether a value is a collection of texts, and nothing else, that stand one after the other in the arguments or the input.</summary>
    public static bool Hold(CaseStudy study, TraceValue value)
    {
        var texts = Quoted().Matches(value.Text).Select(m => m.Groups["text"].Value.Replace("\\n", "\n", StringComparison.Ordinal)).ToList();
        return texts.Count > 0 && Frame().IsMatch(Quoted().Replace(value.Text, ""))
            && (Follow(texts, string.Join('\n', study.Case.Arguments)) || Follow(texts, study.Input ?? ""));
    }

    private static bool Follow(List<string> texts, string given)
    {
        for (var start = given.IndexOf(texts[0], StringComparison.Ordinal); start >= 0; start = given.IndexOf(texts[0], start + 1, StringComparison.Ordinal))
        {
            if (FollowAt(texts, given, start))
            {
                return true;
            }

            if (start + 1 > given.Length - 1)
            {
                return false;
            }
        }

        return false;
    }

    private static bool FollowAt(List<string> texts, string given, int at)
    {
        foreach (var text in texts)
        {
            var next = given.IndexOf(text, at, StringComparison.Ordinal);
            if (next < 0 || next - at > LongestGap || given[at..next].Any(char.IsLetterOrDigit))
            {
                return false;
            }

            at = next + text.Length;
        }

        return true;
    }

    [GeneratedRegex("""(?<mark>["'])(?<text>(?:(?!\k<mark>)[^\\]|\\.)*)\k<mark>""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A\s*[\[({][\s,]*[\])}]\s*\z")]
    private static partial Regex Frame();
}
