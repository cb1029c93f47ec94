using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Strategies.CodeTrace.Tasks;

/// <summary>
/// What of a trace a reader of the program can work out. How a library cuts its output and its input into pieces and what a language's
/// own run time writes to standard error, with paths and versions, stand nowhere in the question.
/// </summary>
internal static partial class ShownTrace
{
    private const int StandardError = 2;

    /// <summary>The trace without standard error and input, with pieces of output joined that no other event parts, and without the numbers by which a tracer tells objects apart.</summary>
    public static Trace Of(Trace trace)
    {
        var events = new List<TraceEvent>();
        foreach (var e in trace.Events.Where(e => e.Kind != TraceEventKind.Input && !(e.Kind == TraceEventKind.Output && e.Chunk!.Descriptor == StandardError)))
        {
            if (events.LastOrDefault() is { } last && Continues(last, e))
            {
                events[^1] = last with { Chunk = last.Chunk! with { Bytes = last.Chunk.Bytes.AddRange(e.Chunk!.Bytes) } };
            }
            else
            {
                events.Add(e);
            }
        }

        return trace with { Events = [.. events.Select((e, i) => Unnumbered(e) with { Sequence = i + 1 })] };
    }

    /// <summary>Whether a value was cut where only the tracer knows: after so many characters or items, or inside another value. Objects that nothing is told of are whole.</summary>
    public static bool IsCut(Trace trace) => trace.Events.Any(e => e.Exception?.Message?.Contains('…', StringComparison.Ordinal) == true
        || e.Set.Select(v => v.Value).Concat(e.Value is { } returned ? [returned] : []).Any(IsCut));

    /// <summary>The path that the program is told as its own, or none.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="file">Name of the program's file.</param>
    public static string? ProgramPath(Trace trace, string file)
    {
        if (trace.Events.FirstOrDefault() is { Kind: TraceEventKind.Call } call && call.Set.Select(v => OnlyPath().Match(v.Value.Text)).FirstOrDefault(m => m.Success) is { } only)
        {
            return only.Groups[1].Value;
        }

        var path = new Regex($@"[""'](/[^""'\s]*/{Regex.Escape(file)})[""']");
        return trace.Events.SelectMany(e => e.Set).Select(v => path.Match(v.Value.Text)).FirstOrDefault(m => m.Success)?.Groups[1].Value;
    }

    private static TraceEvent Unnumbered(TraceEvent e) =>
        e with { Set = [.. e.Set.Select(v => v with { Value = v.Value with { Alias = 0 } })], Value = e.Value is { } value ? value with { Alias = 0 } : null };

    private static bool IsCut(TraceValue value) =>
        value.Length >= 0 || (value.Text.Contains('…', StringComparison.Ordinal) && !Closed().IsMatch(value.Text));

    private static bool Continues(TraceEvent last, TraceEvent e) =>
        last.Kind == TraceEventKind.Output && e.Kind == TraceEventKind.Output && last.Thread == e.Thread && last.Chunk!.Descriptor == e.Chunk!.Descriptor;

    [GeneratedRegex(@"\A&""(/[^""\s]+)""\z")]
    private static partial Regex OnlyPath();

    [GeneratedRegex(@"\A&?[\w.$:<>, ]*\{…\}\z")]
    private static partial Regex Closed();
}
