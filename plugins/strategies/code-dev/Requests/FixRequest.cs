using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Grounded.Faults;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>Fix a fault that was made in the file and seen in a run; the fixed file must do what the original does.</summary>
internal sealed class FixRequest() : CheckedRequest("fix", "to find and fix a bug; the report tells what was seen and not where the bug is")
{
    protected override string AnswerTemplate => "code-dev/model-answer-file.scriban";

    public override async ValueTask<Outcome?> Make(RequestBench bench, CancellationToken cancellationToken)
    {
        if (bench.Faults.IsEmpty)
        {
            return null;
        }

        var fault = bench.Faults[0];
        var values = bench.Values(Name, fault.Mutant.Text);
        values["symptoms"] = FaultText.Symptoms(fault);
        var outcome = await Make(bench, values, cancellationToken);
        return outcome is Sample row
            ? row with { Verification = [.. row.Verification, .. FaultText.Evidence(fault)], Case = fault.Study.Case.Name, Extra = new JsonObject { ["faulty"] = fault.Mutant.Text } }
            : outcome;
    }

    protected override ValueTask<RequestFault?> Check(
        RequestBench bench, ChatReply reply, Dictionary<string, object?> values, CancellationToken cancellationToken) =>
        CheckFile(bench, reply, cancellationToken);

    protected override ImmutableArray<Verification> Evidence(RequestBench bench, ChatReply reply) => [bench.Alike()];
}
