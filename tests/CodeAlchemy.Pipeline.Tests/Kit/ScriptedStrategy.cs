using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Pipeline.Tests.Kit;

/// <summary>A strategy that does what the source says: a word per line.</summary>
internal sealed class ScriptedStrategy : IStrategy
{
    public async IAsyncEnumerable<Outcome> Transform(
        SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = 0;
        foreach (var word in source.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (word.Split(' ')[0])
            {
                case "reject":
                    yield return new Reject { Task = "ask", Reason = "scripted.reason", Detail = "The source says so.", Evidence = Guid.NewGuid().ToString() };
                    break;
                case "reject-stable":
                    yield return new Reject { Task = "ask", Reason = "scripted.stable", Detail = "Stable.", Evidence = "always this", EvidenceIsStable = true };
                    break;
                case "throw":
                    throw new InvalidOperationException("the plugin broke");
                case "machine":
                    throw new ProblemException(new Problem("no-sandbox", "No sandbox.", "Install one.", ExitCode.MissingTool));
                case "same":
                    yield return Row(source, index, word);
                    yield return Row(source, index, word);
                    break;
                case "nan":
                    yield return Row(source, index++, word) with { Scores = Row(source, 0, word).Scores.Add("odd", double.NaN) };
                    break;
                case "log":
                    workbench.Log(LogLevel.Warning, "looked twice");
                    break;
                case "silent":
                    break;
                case "wait":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case "run":
                    var result = await workbench.Run(source, ExecutionCase.Default, cancellationToken);
                    yield return Row(source, index++, System.Text.Encoding.UTF8.GetString([.. result.Stdout]));
                    break;
                case "ask":
                    var request = new ChatRequest { Messages = [new Message("user", word)] };
                    var outcome = await workbench.Ask(request, cancellationToken);
                    yield return outcome.Succeeded
                        ? Row(source, index++, outcome.Reply.Content) with { Models = [outcome.Reply.ModelOf(request)] }
                        : outcome.Failure.ToReject("say");
                    break;
                default:
                    yield return Row(source, index++, word);
                    break;
            }
        }
    }

    private static Sample Row(SourceFile source, int index, string word) => new()
    {
        Task = "say",
        Index = index,
        Messages = [new Message("user", $"Say line {index} of {source.FileName}."), new Message("assistant", word)],
        Verification = [new Verification("scripted", VerificationStatus.Verified, word)],
        Scores = System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add("length", word.Length),
        Extra = new JsonObject { ["word"] = word },
    };
}
