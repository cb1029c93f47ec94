using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>Work that leaves behaviour as it is: document, refactor, optimise, migrate. The answer is the whole file and must do what the original does.</summary>
internal sealed class RewriteRequest(string name, string work) : CheckedRequest(name, work)
{
    protected override string AnswerTemplate => "code-dev/model-answer-file.scriban";

    protected override ValueTask<RequestFault?> Check(
        RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken) =>
        Program(bench, reply)?.Text.Trim() == bench.Source.Text.Trim()
            ? ValueTask.FromResult<RequestFault?>(new("code-dev.nothing-changed", "The answer is the file as it was.", "Your answer is the file as it was."))
            : CheckFile(bench, reply, cancellationToken);

    protected override ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply) =>
        [new Verification("parses", VerificationStatus.Verified), bench.Alike()];
}
