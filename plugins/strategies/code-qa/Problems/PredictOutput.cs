using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>What does this program print: the model writes a program and, without running it, says what it prints; a run decides.</summary>
internal sealed class PredictOutput : IProblemKind
{
    private const int MostOutput = 2000;

    public string Name => "predict-snippet";

    public async ValueTask<Outcome> Make(ProblemBench bench, int index, CancellationToken cancellationToken)
    {
        var author = bench.Talk(Name);
        if (await author.Ask("code-qa/model-snippet.scriban", bench.Values(Name, index), ProblemSchemas.Snippet, cancellationToken) is not { } snippet)
        {
            return author.Reject!;
        }

        var program = bench.Program(snippet.Text("code"));
        if (await Refuse(bench, program, cancellationToken) is { } fault)
        {
            return fault.ToReject(Name, snippet.Content);
        }

        var output = (await bench.SteadyOutput(program, "", cancellationToken))!;
        var values = bench.Values(Name, index);
        values["code"] = Fences.Wrap(program.Text, program.Language);
        var solver = bench.Talk(Name);
        if (await solver.Ask("code-qa/model-snippet-solve.scriban", values, ProblemSchemas.Output, cancellationToken) is not { } answer)
        {
            return solver.Reject!;
        }

        if (!ProblemText.Same(answer.Text("output"), output))
        {
            return new ProblemFault(RejectReasons.WrongAnswer, "The predicted output is not what the program writes.", $"It writes:\n{output}").ToReject(Name, answer.Content);
        }

        var told = answer with { Content = $"{answer.Text("explanation").Trim()}\n\n{Fences.Wrap(output)}" };
        var check = new Verification("answer-execution", VerificationStatus.Verified, "the output was observed in four equal runs");
        return ProblemBench.Row(
            this, index, bench.Prompt("code-qa/problem-snippet.scriban", values), told, check, [author, solver],
            new JsonObject { ["code"] = program.Text, ["output"] = output });
    }

    private static async ValueTask<ProblemFault?> Refuse(ProblemBench bench, SourceFile program, CancellationToken cancellationToken)
    {
        if (!bench.Parses(program))
        {
            return ProblemFault.DoesNotParse;
        }

        var output = await bench.SteadyOutput(program, "", cancellationToken);
        return output is null ? new ProblemFault(RejectReasons.DoesNotRun, "The program of the question fails, or its runs differ.", "It fails, or its runs differ.")
            : output.Length is 0 or > MostOutput ? new ProblemFault(RejectReasons.WrongAnswer, "The program of the question writes nothing, or too much to be predicted.", "It writes nothing, or too much.")
            : null;
    }
}
