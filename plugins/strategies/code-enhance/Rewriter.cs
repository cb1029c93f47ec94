using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Quality;
using CodeAlchemy.Grounded.Text;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Has a model rewrite one file, and checks what comes back. One per file.</summary>
internal sealed class Rewriter(Bench bench, RowMaker maker)
{
    public const string Task = "rewrite";

    private const int MostOutput = 1_000;

    private readonly ModelConversation _conversation = new(bench.Workbench, bench.Mode.Role, Task);

    /// <summary>The row, or why there is none. A rewrite that behaves differently is sent back once with what was seen.</summary>
    public async ValueTask<Outcome> Rewrite(CancellationToken cancellationToken)
    {
        _conversation.Instruct("code-enhance/rewrite-system.scriban", new Dictionary<string, object?> { ["language"] = LanguageNames.Of(bench.Source.Language) });
        var outcome = await Try("code-enhance/rewrite.scriban", Request(), cancellationToken).ConfigureAwait(false);
        if (outcome is not Reject { Reason: RejectReasons.BehaviourChanged } changed)
        {
            return outcome;
        }

        var seen = new Dictionary<string, object?> { ["difference"] = changed.Evidence };
        return await Try("code-enhance/repair.scriban", seen, cancellationToken).ConfigureAwait(false);
    }

    private Dictionary<string, object?> Request() => new()
    {
        ["language"] = LanguageNames.Of(bench.Source.Language),
        ["file"] = bench.Source.FileName,
        ["code"] = Fences.Wrap(bench.Source.Text, bench.Source.Language),
        ["weaknesses"] = Weaknesses.Of(bench.Quality),
        ["broken"] = bench.Quality.HasSyntaxError,
    };

    private async ValueTask<Outcome> Try(string template, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        if (await _conversation.Ask(template, values, null, cancellationToken).ConfigureAwait(false) is not { } reply)
        {
            return _conversation.Reject!;
        }

        if (CodeBlocks.Single(reply.Content) is not { } block)
        {
            return Refuse(RejectReasons.NoCodeBlock, "The reply does not hold exactly one block of code.", reply.Content);
        }

        var rewrite = bench.Source.WithText(block.Code);
        var quality = Bench.Rate(rewrite, bench.Workbench)!;
        return quality.HasSyntaxError ? Refuse(RejectReasons.DoesNotParse, "The rewritten file does not parse.", block.Code)
            : await Behaves(rewrite, cancellationToken).ConfigureAwait(false) switch
            {
                ({ } reject, _) => reject,
                _ when quality.Score < bench.Quality.Score || block.Code.Trim() == bench.Source.Text.Trim() =>
                    Refuse("code-enhance.not-better", "The quality of the rewritten file is not above that of the file.", block.Code),
                (_, { } evidence) => maker.Make(Pair(rewrite, reply, quality, evidence)),
                _ => throw new InvalidOperationException("A check gives a reject or evidence."),
            };
    }

    private async ValueTask<(Reject? Reject, Verification? Evidence)> Behaves(SourceFile rewrite, CancellationToken cancellationToken)
    {
        if (bench.Studies.IsEmpty)
        {
            return await Runs(rewrite, cancellationToken).ConfigureAwait(false);
        }

        var (difference, @case, same) = await bench.Compare(rewrite, cancellationToken).ConfigureAwait(false);
        return difference is null
            ? (null, bench.Weigh(same!))
            : (Refuse(RejectReasons.BehaviourChanged, "The rewritten file behaves differently, also after the difference was shown.", await Seen(rewrite, @case!, difference, cancellationToken).ConfigureAwait(false)), null);
    }

    // What can't run has no behaviour to keep; that its rewrite runs is worth knowing.
    private async ValueTask<(Reject? Reject, Verification? Evidence)> Runs(SourceFile rewrite, CancellationToken cancellationToken)
    {
        var @case = (await bench.Workbench.Cases(bench.Source, cancellationToken).ConfigureAwait(false))[0];
        var before = await bench.Workbench.Run(bench.Source, @case, cancellationToken).ConfigureAwait(false);
        var after = await bench.Workbench.Run(rewrite, @case, cancellationToken).ConfigureAwait(false);
        return after.Status switch
        {
            ExecutionStatus.CompileError => (Refuse(RejectReasons.DoesNotRun, "The rewritten file does not compile.", PlainText.Of(after.Stderr)), null),
            ExecutionStatus.Ok when before.Status is ExecutionStatus.CompileError or ExecutionStatus.MissingLibrary or ExecutionStatus.Error =>
                (null, new Verification("runs", VerificationStatus.Verified, $"in the case '{@case.Name}' it ends with exit status 0; the file itself ends with {before.Status.ToId()}")),
            _ => (null, new Verification(Behaviour.Method, VerificationStatus.Unverified, "no case of the file runs the same way every time")),
        };
    }

    // Enough for the model to mend it: both outputs, or what was said on standard error.
    private async ValueTask<string> Seen(SourceFile rewrite, ExecutionCase @case, string difference, CancellationToken cancellationToken)
    {
        var expected = await bench.Workbench.Run(bench.Source, @case, cancellationToken).ConfigureAwait(false);
        var run = await bench.Workbench.Run(rewrite, @case, cancellationToken).ConfigureAwait(false);
        var parts = new List<string> { $"{difference}." };
        if (!run.Stdout.AsSpan().SequenceEqual(expected.Stdout.AsSpan()))
        {
            parts.Add($"Expected output:\n{Block(expected.Stdout)}");
            parts.Add($"Actual output:\n{Block(run.Stdout)}");
        }

        if (run.Status != expected.Status && !run.Stderr.IsEmpty)
        {
            parts.Add($"Standard error:\n{Block(run.Stderr)}");
        }

        return string.Join("\n\n", parts);
    }

    private static string Block(ImmutableArray<byte> bytes)
    {
        var text = PlainText.Of(bytes) ?? "(not plain text)";
        return Fences.Wrap(text.Length > MostOutput ? text[..MostOutput] + "\n..." : text);
    }

    private Pair Pair(SourceFile rewrite, ChatReply reply, CodeQuality quality, Verification evidence) => new()
    {
        Task = Task,
        Key = "0",
        Ask = Task,
        Raw = bench.Source.Text,
        Better = rewrite.Text,
        RawQuality = bench.Quality,
        Quality = quality,
        Reasoning = reply.Reasoning,
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("mode", "model").Add("raw_has_syntax_error", bench.Quality.HasSyntaxError ? "true" : "false"),
        Verification = [evidence, Bench.Parses],
        Prompts = _conversation.Prompts,
        Models = _conversation.Models,
        Facts = new JsonObject { ["repaired"] = _conversation.Prompts.Any(p => p.Template.EndsWith("repair.scriban", StringComparison.Ordinal)) },
    };

    private static Reject Refuse(string reason, string detail, string? evidence) => new() { Task = Task, Reason = reason, Detail = detail, Evidence = evidence };
}
