using System.Collections.Immutable;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>Checks of the trace files of one run. Pure.</summary>
internal static class TraceFileSet
{
    /// <summary>The first thing wrong with trace files, or <see langword="null"/>.</summary>
    public static Fault? Check(ImmutableSortedDictionary<string, ImmutableArray<byte>> files, CodeTraceOptions options) =>
        Names(files) ?? Contents(files, options);

    /// <summary>Lines of a file; a line end at the end makes no line.</summary>
    public static string[] Lines(string content) =>
        content.Length == 0 ? [] : (content.EndsWith('\n') ? content[..^1] : content).Split('\n');

    private static Fault? Names(ImmutableSortedDictionary<string, ImmutableArray<byte>> files)
    {
        var seen = files.IsEmpty ? "The script leaves no trace files." : $"The script leaves {string.Join(", ", files.Keys)}.";
        if (!Enumerable.Range(1, files.Count).All(number => files.ContainsKey(PublishedForm.TraceName(number))))
        {
            return new Fault("code-trace.trace-files", "The trace files are not named trace1.txt, trace2.txt and so on without gaps.", seen);
        }

        return files.Count is < PublishedForm.FewestCases or > PublishedForm.MostCases
            ? new Fault("code-trace.case-count", $"The script has {files.Count} cases with a trace file; it must have {PublishedForm.FewestCases} to {PublishedForm.MostCases}.", seen)
            : null;
    }

    private static Fault? Contents(ImmutableSortedDictionary<string, ImmutableArray<byte>> files, CodeTraceOptions options)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var total = 0;
        foreach (var (name, bytes) in files)
        {
            if (PlainText.Of(bytes) is not { } text)
            {
                return new Fault("code-trace.malformed-line", $"{name} is not plain text in UTF-8.");
            }

            if (Content(name, text) is { } fault)
            {
                return fault;
            }

            if (!first.TryAdd(text, name))
            {
                return new Fault("code-trace.same-cases", $"{first[text]} and {name} are equal, so their cases are not different.");
            }

            total += text.Length;
        }

        return total > options.MaxTraceCharacters
            ? new Fault("code-trace.too-long", $"The trace files have {total} characters; maxTraceCharacters is {options.MaxTraceCharacters}.")
            : null;
    }

    private static Fault? Content(string name, string text)
    {
        var lines = Lines(text);
        if (!lines.Any(PublishedForm.IsTrace))
        {
            return new Fault("code-trace.empty-trace", $"{name} holds no trace line.", text.Length == 0 ? null : text);
        }

        return Array.Find(lines, line => PublishedForm.IsTrace(line) ? !PublishedForm.IsWellFormed(line) : PublishedForm.IsMarker(line)) is { } wrong
            ? new Fault("code-trace.malformed-line", $"A line of {name} is not TRACE:<TYPE>:<LOC>:<STATE>.", wrong)
            : null;
    }
}
