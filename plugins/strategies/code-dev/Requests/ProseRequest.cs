using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>Work whose result is prose: explain, review. No run can check it, so it is marked as unverified.</summary>
internal sealed class ProseRequest(string name, string work) : CheckedRequest(name, work)
{
    protected override string AnswerTemplate => "code-dev/model-answer-prose.scriban";

    protected override ValueTask<RequestFault?> Check(
        RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken) =>
        ValueTask.FromResult<RequestFault?>(null);

    protected override ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply) => [new Verification("prose", VerificationStatus.Unverified)];
}
