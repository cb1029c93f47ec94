using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>
/// Extend the program by something that is off unless it is asked for: what the program did before, it must still do. Whether the new part
/// does what was asked for, no run of the old cases can tell, so that is marked as unverified.
/// </summary>
internal sealed class ExtendRequest() : CheckedRequest(
    "extend", "to add a small feature that is used through a new argument or a new line of input, so that everything the program does today stays exactly as it is")
{
    protected override string AnswerTemplate => "code-dev/model-answer-file.scriban";

    protected override ValueTask<RequestFault?> Check(
        RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken) =>
        CheckFile(bench, reply, cancellationToken);

    protected override ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply) =>
        [new Verification("parses", VerificationStatus.Verified), bench.Alike(), new Verification("feature", VerificationStatus.Unverified)];
}
