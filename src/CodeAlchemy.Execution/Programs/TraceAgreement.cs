using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Execution.Programs;

/// <summary>
/// One untraced and three traced runs in varied surroundings. They must agree on output and exit status, the traced ones on
/// the digest too; the first difference decides why there is no agreed trace.
/// </summary>
internal static class TraceAgreement
{
    private const int TracedRuns = 3;

    /// <summary>Evidence for a program that could not be run at all.</summary>
    public static TraceEvidence Refused(RunResult result) => new()
    {
        Untraced = result,
        Traced = [],
        Reason = result.Status.ToId(),
        Detail = result.Detail ?? $"The run ended with the status {result.Status.ToId()}.",
        Evidence = RunJudge.Tail(result, 4096),
    };

    /// <summary>Runs the program up to five times and compares.</summary>
    public static async Task<TraceEvidence> Reach(
        ProgramSession session, LanguageDefinition language, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var untraced = await session.Run(Surroundings.Repeats[0], cancellationToken).ConfigureAwait(false);
        if (RunJudge.Refuse(language, untraced, options.Limits) is { } refusal)
        {
            return Refused(untraced) with { Reason = refusal.Reason, Detail = refusal.Detail };
        }

        var attempts = new List<TracedAttempt>(TracedRuns);
        for (var i = 1; i <= TracedRuns; i++)
        {
            var attempt = await session.Trace(Surroundings.Repeats[i], cancellationToken).ConfigureAwait(false);
            attempts.Add(attempt);
            if (Refusal(language, attempt, options) is { } reason)
            {
                return Evidence(untraced, attempts) with
                {
                    Reason = reason.Reason, Detail = reason.Detail, Evidence = RunJudge.Tail(attempt.Result, 4096),
                };
            }

            if (OutputDifference(untraced, attempt.Result) is { } difference)
            {
                return await Settle(session, untraced, attempts, difference, cancellationToken).ConfigureAwait(false);
            }

            if (attempt.Trace!.End.Digest != attempts[0].Trace!.End.Digest)
            {
                return Evidence(untraced, attempts) with
                {
                    Reason = RejectReasons.Nondeterministic,
                    Detail = "Traces of the same program and case differ.",
                    Evidence = EventDifference(attempts[0].Trace!, attempt.Trace),
                };
            }
        }

        return Evidence(untraced, attempts) with { Agreed = attempts[0].Trace };
    }

    private static TraceEvidence Evidence(RunResult untraced, List<TracedAttempt> attempts) =>
        new() { Untraced = untraced, Traced = [.. attempts.Select(a => a.Result)] };

    private static (string Reason, string Detail)? Refusal(LanguageDefinition language, TracedAttempt attempt, ExecutionOptions options)
    {
        if (RunJudge.Refuse(language, attempt.Result, options.Limits) is { } refusal)
        {
            return (refusal.Reason, attempt.Trace is null && attempt.Malformed is null ? refusal.Detail : $"While traced: {refusal.Detail}");
        }

        if (attempt.Trace is not { } trace)
        {
            return (RejectReasons.MalformedTrace, "The tracer's records do not follow the wire format.");
        }

        return trace.End.Status == ExecutionStatus.EventLimit
            ? (ExecutionStatus.EventLimit.ToId(), $"The trace has more than {options.Trace.Events} events or {options.Trace.Bytes} bytes.")
            : null;
    }

    /// <summary>
    /// A traced run behaved differently. Another untraced run tells whether the program does that by itself; it differs in
    /// surroundings and comes later, so that clocks and host names are found out too.
    /// </summary>
    private static async Task<TraceEvidence> Settle(
        ProgramSession session, RunResult untraced, List<TracedAttempt> attempts, string difference, CancellationToken cancellationToken)
    {
        var again = await session.Run(Surroundings.Repeats[^1], cancellationToken).ConfigureAwait(false);
        var differs = OutputDifference(untraced, again) is not null || attempts.Skip(1).Any(a => OutputDifference(attempts[0].Result, a.Result) is not null);
        return Evidence(untraced, attempts) with
        {
            Reason = differs ? RejectReasons.Nondeterministic : RejectReasons.NotTransparent,
            Detail = differs ? "Runs of the same program and case disagree." : "The program behaves differently when it is traced.",
            Evidence = difference,
        };
    }

    private static string? OutputDifference(RunResult first, RunResult second)
    {
        if (first.Status != second.Status || first.ExitCode != second.ExitCode || first.Signal != second.Signal)
        {
            return $"status {Ending(first)} against {Ending(second)}; stderr of the second: {RunJudge.Tail(second, 2048)}";
        }

        var a = first.Stdout.AsSpan();
        var b = second.Stdout.AsSpan();
        var common = a.CommonPrefixLength(b);
        return common == a.Length && common == b.Length
            ? null
            : $"stdout differs at byte {common}: {Around(a, common)} against {Around(b, common)}";
    }

    private static string Ending(RunResult result) =>
        $"{result.Status.ToId()} {(result.Signal is { } signal ? $"signal {signal}" : $"exit {result.ExitCode}")}";

    private static string Around(ReadOnlySpan<byte> bytes, int at)
    {
        var start = Math.Max(0, at - 40);
        return $"\"{System.Text.Encoding.UTF8.GetString(bytes[start..Math.Min(bytes.Length, at + 80)])}\"";
    }

    private static string EventDifference(Trace first, Trace second)
    {
        for (var i = 0; i < Math.Min(first.Events.Length, second.Events.Length); i++)
        {
            var (a, b) = (TraceJson.EventText(first.Events[i]), TraceJson.EventText(second.Events[i]));
            if (a != b)
            {
                return $"{a}\n{b}";
            }
        }

        return $"{first.Events.Length} events, {TraceEnding(first)}; {second.Events.Length} events, {TraceEnding(second)}";
    }

    private static string TraceEnding(Trace trace) => trace.End.Status.ToId();
}
