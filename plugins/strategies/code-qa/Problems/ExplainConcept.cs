using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>A question about an idea in the seed file, answered in prose. No run can check it, so it is marked as unverified.</summary>
internal sealed class ExplainConcept : IProblemKind
{
    public string Name => "explain-concept";

    public async ValueTask<Outcome> Make(ProblemBench bench, int index, CancellationToken cancellationToken)
    {
        var author = bench.Talk(Name);
        if (await author.Ask("code-qa/model-concept.scriban", bench.Values(Name, index), ProblemSchemas.Question, cancellationToken) is not { } problem)
        {
            return author.Reject!;
        }

        var values = bench.Values(Name, index);
        values["question"] = problem.Text("question");
        var solver = bench.Talk(Name);
        return await solver.Ask("code-qa/model-concept-solve.scriban", values, null, cancellationToken) is not { } answer
            ? solver.Reject!
            : ProblemBench.Row(
                this, index, bench.Prompt("code-qa/problem-concept.scriban", values), answer,
                new Verification("prose", VerificationStatus.Unverified), [author, solver], new JsonObject { ["question"] = problem.Text("question") });
    }
}
