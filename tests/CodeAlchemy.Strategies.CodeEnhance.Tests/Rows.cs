using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

/// <summary>Rows of programs with their real trees; what runs do and what a model says is made up.</summary>
internal static class Rows
{
    public const string Output = "6\n";

    // Every line of the small programs runs.
    private static readonly string Script = $"call 1 <module>\n{string.Concat(Enumerable.Range(1, 60).Select(line => $"line 1 {line}\n"))}out 6\\n\nret 1 1\n";

    public static async Task<ImmutableArray<Outcome>> Of(
        SourceFile source, string options = "{}", long seed = 42, Func<SourceFile, ExecutionCase, RunResult>? runs = null, Func<ExecutionCase, TraceEvidence>? trace = null, Func<ChatRequest, ChatOutcome>? replies = null) =>
        [.. await new CodeEnhanceStrategy().Transform(source, Bench(source, options, seed, runs, trace, replies), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)];

    /// <summary>The rows of outcomes that hold no reject.</summary>
    public static IEnumerable<Sample> Samples(IEnumerable<Outcome> outcomes)
    {
        Assert.Empty(outcomes.OfType<Reject>().Select(r => $"{r.Task}: {r.Reason}: {r.Detail}"));
        return outcomes.Cast<Sample>();
    }

    public static TestWorkbench Bench(
        SourceFile source, string options = "{}", long seed = 42, Func<SourceFile, ExecutionCase, RunResult>? runs = null, Func<ExecutionCase, TraceEvidence>? trace = null, Func<ChatRequest, ChatOutcome>? replies = null) =>
        Asked(
            Benches.Of(source, trace ?? Agreed).WithOptions(options).WithSeed(seed).WithSyntax(Languages.Parse).WithOutlines(Languages.Outline).WithRuns(runs ?? ((_, _) => Run(Output))),
            replies);

    private static TestWorkbench Asked(TestWorkbench bench, Func<ChatRequest, ChatOutcome>? replies) => replies is null ? bench : bench.WithReplies(replies);

    public static RunResult Run(string output, ExecutionStatus status = ExecutionStatus.Ok) =>
        new() { Status = status, ExitCode = status == ExecutionStatus.Ok ? 0 : 1, Stdout = [.. Encoding.UTF8.GetBytes(output)] };

    public static TraceEvidence Refused(string reason) => new() { Untraced = Run("", ExecutionStatus.Error), Traced = [], Reason = reason, Detail = "The runs gave no trace." };

    public static ChatOutcome Says(string content, string? reasoning = null) =>
        ChatOutcome.Of(new ChatReply { Content = content, Reasoning = reasoning, FinishReason = "stop", Model = "rewriter-1", Endpoint = "http://127.0.0.1:1" });

    /// <summary>Evidence of a run that enters no function.</summary>
    public static TraceEvidence Idle(ExecutionCase @case) => Agreed(@case) with { Agreed = TraceBuilder.Of("call 1 <module>\nline 1 1\nret 1 1\n", @case) };

    private static TraceEvidence Agreed(ExecutionCase @case)
    {
        var run = Run(Output);
        return new TraceEvidence { Untraced = run, Traced = [run, run, run], Agreed = TraceBuilder.Of(Script, @case) };
    }
}
