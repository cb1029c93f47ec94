using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>The trace points that stand in a program. Pure.</summary>
internal static partial class TracePoints
{
    /// <summary>What is wrong with them, or <see langword="null"/>; and how many there are.</summary>
    /// <param name="program">Text of the program.</param>
    /// <param name="comments">Its comments, which don't count.</param>
    /// <param name="options">How many there must be.</param>
    public static (Fault? Fault, int Count) Check(string program, IReadOnlyCollection<SourceSpan> comments, CodeTraceOptions options)
    {
        var count = 0;
        foreach (Match match in Point().Matches(program))
        {
            if (IsCommented(program, match.Index, comments))
            {
                continue;
            }

            count++;
            if (!PublishedForm.Types.Contains(match.Groups["type"].Value) || match.Groups["place"].Length == 0)
            {
                return (WrongPoint(program, match), count);
            }
        }

        return (count < options.MinTracePoints || count > options.MaxTracePoints ? WrongNumber(count, options) : null, count);
    }

    private static Fault WrongPoint(string program, Match match)
    {
        var start = program.LastIndexOf('\n', match.Index) + 1;
        var end = program.IndexOf('\n', match.Index);
        return new Fault(
            "code-trace.trace-type",
            $"A trace point does not begin with TRACE:<TYPE>:<LOC>: in literal characters, with a type out of {string.Join(", ", PublishedForm.Types)}.",
            program[start..(end < 0 ? program.Length : end)].Trim());
    }

    private static Fault WrongNumber(int count, CodeTraceOptions options) => new(
        "code-trace.trace-points",
        $"The program has {count} trace points; it must have {options.MinTracePoints} to {options.MaxTracePoints}.");

    private static bool IsCommented(string program, int index, IReadOnlyCollection<SourceSpan> comments)
    {
        if (comments.Count == 0)
        {
            return false;
        }

        var at = Encoding.UTF8.GetByteCount(program.AsSpan(0, index));
        return comments.Any(comment => comment.Start <= at && at < comment.End);
    }

    // The place is a literal too: no quote, brace or percent sign of a format may stand in it.
    [GeneratedRegex(@"TRACE:(?:(?<type>[A-Za-z_]+):(?:(?<place>[^:\s""'`{}%$\\<+]+):)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Point();
}
