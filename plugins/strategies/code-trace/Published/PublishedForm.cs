using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>Names and notations of the published form (CodeAlchemy, arXiv 2606.10087; docs/code-trace.md). Pure.</summary>
internal static partial class PublishedForm
{
    /// <summary>Name of the task.</summary>
    public const string Task = "published";

    /// <summary>Name of the script beside the program.</summary>
    public const string ScriptName = "run_traces.sh";

    /// <summary>Names of the files that are brought back.</summary>
    public const string TracePattern = "trace*.txt";

    /// <summary>Fewest and most cases of a script.</summary>
    public const int FewestCases = 3, MostCases = 5;

    /// <summary>Types of trace points.</summary>
    public static ImmutableArray<string> Types { get; } = ["IN", "OUT", "VAR", "BRANCH", "LOOP", "ERR", "TRANSFORM"];

    /// <summary>Name of a trace file by the number of its case, from 1.</summary>
    public static string TraceName(int number) => $"trace{number}.txt";

    /// <summary>Whether a line of a trace file claims to be a trace line.</summary>
    public static bool IsTrace(string line) => line.StartsWith("TRACE", StringComparison.Ordinal);

    /// <summary>Whether a line is <c>TRACE:TYPE:LOC:STATE</c> with a known type and a place without spaces.</summary>
    public static bool IsWellFormed(string line) =>
        TraceLine().Match(line) is { Success: true } match && Types.Contains(match.Groups["type"].Value);

    /// <summary>Whether a line could be taken for a marker of <see cref="Answer"/>.</summary>
    public static bool IsMarker(string line) => line.StartsWith("=== ", StringComparison.Ordinal);

    /// <summary>The answer of a row: every trace file between its two markers.</summary>
    public static string Answer(IEnumerable<KeyValuePair<string, string>> files)
    {
        var text = new StringBuilder();
        foreach (var (name, content) in files)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append($"=== BEGIN {name} ===\n").Append(content)
                .Append(content.EndsWith('\n') ? "" : "\n").Append($"=== END {name} ===");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\ATRACE:(?<type>[A-Z]+):[^:\s]+:.*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TraceLine();
}
