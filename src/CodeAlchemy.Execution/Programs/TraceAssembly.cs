using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Tracing;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Makes a trace of a tracer's records and of what the host saw itself.</summary>
internal static partial class TraceAssembly
{
    /// <summary>Assembles it.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="result">What the host saw.</param>
    /// <param name="records">All records.</param>
    /// <param name="follower">Has read some of them early, and has stopped.</param>
    /// <param name="digest">What the follower tells its events.</param>
    /// <param name="notes">Receives what a person should know.</param>
    /// <returns>The trace, or why the records are refused.</returns>
    public static (Trace? Trace, string? Malformed) Assemble(
        TraceHeader header, RunResult result, ReadOnlySpan<byte> records, WireFollower follower, RunningDigest digest, ICollection<string> notes)
    {
        var wire = follower.Finish(records, out var isDigested);
        if (wire.Malformed is not null)
        {
            return (null, wire.Malformed);
        }

        if (wire.HasPartialTail)
        {
            if (result.Status is ExecutionStatus.Ok or ExecutionStatus.Error)
            {
                return (null, "the last record is cut off");
            }

            notes.Add("The last record was cut off when the program was ended.");
        }

        var events = OutputPlacement.Reconcile(wire.Events, result.Stdout, result.Stderr, notes);
        if (NamesWork(records) || NamesWork(result.Stderr.AsSpan()))
        {
            events = Neutral(events);
        }

        var end = new TraceEnd(
            wire.IsTruncated ? ExecutionStatus.EventLimit : result.Status,
            result.ExitCode,
            result.Signal,
            events.Length,
            Convert.ToHexStringLower(SHA256.HashData(result.Stdout.AsSpan())),
            string.Empty);
        var isAsRead = isDigested && events == wire.Events;
        return (new Trace(header, events, end with { Digest = isAsRead ? digest.Finish(end) : TraceDigest.Compute(header, events, end) }), null);
    }

    /// <summary>The header of a trace, which is known before the program runs.</summary>
    public static TraceHeader Header(
        ReadyLanguage ready, SourceFile source, ExecutionCase @case, ExecutionOptions options, string tracer, Surroundings surroundings) => new()
        {
            Language = ready.Language.Id,
            LanguageVersion = ready.Version,
            Tracer = tracer,
            SourceSha256 = source.Sha256,
            Arguments = @case.Arguments,
            StdinSha256 = Convert.ToHexStringLower(SHA256.HashData(@case.Stdin.AsSpan())),
            Environment = surroundings.Describe(ready.Language),
            Limits = options.Trace,
            Isolation = options.Isolation,
        };

    /// <summary>
    /// The work folder has another name in every repeat. Texts that hold it, such as stack traces on stderr, are shown with
    /// the neutral name <c>/work</c>; standard output is never touched.
    /// </summary>
    private static ImmutableArray<TraceEvent> Neutral(ImmutableArray<TraceEvent> events)
    {
        ImmutableArray<TraceEvent>.Builder? changed = null;
        for (var i = 0; i < events.Length; i++)
        {
            var neutral = Neutral(events[i]);
            if (!ReferenceEquals(neutral, events[i]))
            {
                changed ??= events.ToBuilder();
                changed[i] = neutral;
            }
        }

        return changed?.MoveToImmutable() ?? events;
    }

    private static TraceEvent Neutral(TraceEvent e)
    {
        if (e.Chunk is { Descriptor: 2 } chunk && chunk.Bytes.AsSpan().IndexOf("/work/"u8) >= 0)
        {
            var text = Encoding.Latin1.GetString(chunk.Bytes.AsSpan());
            return e with { Chunk = chunk with { Bytes = [.. Encoding.Latin1.GetBytes(Neutral(text))] } };
        }

        if (e.Set.Any(v => Holds(v.Value.Text)))
        {
            e = e with { Set = [.. e.Set.Select(v => Holds(v.Value.Text) ? v with { Value = Neutral(v.Value) } : v)] };
        }

        if (e.Value is { } value && Holds(value.Text))
        {
            e = e with { Value = Neutral(value) };
        }

        return e.Exception is { Message: { } message } exception && Holds(message)
            ? e with { Exception = exception with { Message = Neutral(message) } }
            : e;
    }

    private static bool NamesWork(ReadOnlySpan<byte> bytes) => bytes.IndexOf("/work/"u8) >= 0;

    private static bool Holds(string text) => text.Contains("/work/", StringComparison.Ordinal);

    private static TraceValue Neutral(TraceValue value) => value with { Text = Neutral(value.Text) };

    private static string Neutral(string text) => WorkFolder().Replace(text, "/work");

    [GeneratedRegex(@"/work/[a-e](?![A-Za-z0-9_.-])", RegexOptions.CultureInvariant)]
    private static partial Regex WorkFolder();
}
