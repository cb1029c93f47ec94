using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeTrace.Lines;

/// <summary>
/// Runs of C and C++ programs that read more than their input holds and don't look whether they got it: what they go on with is
/// whatever was in memory, which the language leaves open. Pure.
/// </summary>
internal static partial class UnreadInput
{
    /// <summary>Whether a run may have read past its input unawares.</summary>
    public static bool MayBeUsed(CaseStudy study)
    {
        if (study.Source.Language is not ("c" or "cpp"))
        {
            return false;
        }

        var lines = study.Source.Text.Split('\n');
        var wanted = study.Replay.Lines.Where(v => v.Line <= lines.Length).Sum(v => Wanted(lines[v.Line - 1]));
        return wanted > (study.Input ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    }

    private static int Wanted(string line) =>
        Unchecked().Matches(line).Sum(m => m.Groups["format"].Success ? Conversion().Count(m.Groups["format"].Value) : m.Groups["items"].Value.Split(">>").Length - 1);

    [GeneratedRegex("""(?:^|[;{)]|\belse\b)\s*(?:\(void\)\s*)?(?:scanf\s*\(\s*"(?<format>[^"]*)"|(?:std::)?cin\s*(?<items>>>[^;]*))""")]
    private static partial Regex Unchecked();

    [GeneratedRegex(@"%(?![*%])")]
    private static partial Regex Conversion();
}
