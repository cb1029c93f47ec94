using System.Collections.Immutable;
using System.Security.Cryptography;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Testing;

/// <summary>Makes evidence for tests out of traces, as <c>codealchemy trace --json</c> writes them, or out of a reason why there is none.</summary>
public static class TestTraces
{
    private const int Stdout = 1;
    private const int Stderr = 2;

    /// <summary>Reads a trace file, <c>codealchemy.trace/1</c>.</summary>
    /// <exception cref="FormatException">It is not in the canonical form; the message names the line.</exception>
    public static Trace Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads the lines of a trace.</summary>
    /// <param name="lines">The JSON Lines.</param>
    /// <param name="file">Name for messages.</param>
    /// <exception cref="FormatException">They are not in the canonical form; the message names the line.</exception>
    public static Trace Parse(string lines, string file = "trace")
    {
        var parsed = TraceJson.Read(lines, file);
        return parsed.Value ?? throw new FormatException(
            $"{parsed.Diagnostics[0].Location}: {parsed.Diagnostics[0].Message} {parsed.Diagnostics[0].Remedy}");
    }

    /// <summary>Evidence that the untraced run and three traced ones agree on a trace. Their output is that of the trace's events.</summary>
    /// <exception cref="ArgumentException">
    /// The events don't hold all of stdout (the trace was cut); use <see cref="Agreed(Trace, RunResult)"/>.
    /// </exception>
    public static TraceEvidence Agreed(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var stdout = Written(trace, Stdout);
        if (Convert.ToHexStringLower(SHA256.HashData(stdout.AsSpan())) != trace.End.StdoutSha256)
        {
            throw new ArgumentException("The events of the trace are not all that the program wrote to stdout. Give the run too: TestTraces.Agreed(trace, run).", nameof(trace));
        }

        return Agreed(trace, new RunResult
        {
            Status = trace.End.Status,
            ExitCode = trace.End.ExitCode,
            Signal = trace.End.Signal,
            Stdout = stdout,
            Stderr = Written(trace, Stderr),
        });
    }

    /// <summary>Evidence that the untraced run and three traced ones agree on a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="run">What each of the runs came to.</param>
    public static TraceEvidence Agreed(Trace trace, RunResult run) => new() { Untraced = run, Traced = [run, run, run], Agreed = trace };

    /// <summary>Evidence without an agreed trace.</summary>
    /// <param name="reason">One of <see cref="RejectReasons"/> or the id of an <see cref="ExecutionStatus"/>.</param>
    /// <param name="detail">A stable sentence.</param>
    /// <param name="evidence">What was seen, or <see langword="null"/>.</param>
    /// <param name="untraced">The untraced run; one that ended well when it is <see langword="null"/>.</param>
    public static TraceEvidence Refused(string reason, string detail, string? evidence = null, RunResult? untraced = null) =>
        new() { Untraced = untraced ?? TestRuns.Ended(), Traced = [], Reason = reason, Detail = detail, Evidence = evidence };

    private static ImmutableArray<byte> Written(Trace trace, int descriptor) =>
    [
        .. trace.Events.Where(e => e.Kind == TraceEventKind.Output).Select(e => e.Chunk).OfType<TraceChunk>()
            .Where(chunk => chunk.Descriptor == descriptor).SelectMany(chunk => chunk.Bytes),
    ];
}
