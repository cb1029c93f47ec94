using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>Repair a faulty program: the model writes it beside a right one; both are run, and the repair must do what the right one does.</summary>
internal sealed class RepairProgram : IProblemKind
{
    public string Name => "repair-program";

    public async ValueTask<Outcome> Make(ProblemBench bench, int index, CancellationToken cancellationToken)
    {
        var author = bench.Talk(Name);
        if (await author.Ask("code-qa/model-fault.scriban", bench.Values(Name, index), ProblemSchemas.Fault, cancellationToken) is not { } problem)
        {
            return author.Reject!;
        }

        var (right, faulty, stdin) = (bench.Program(problem.Text("right")), bench.Program(problem.Text("faulty")), problem.Text("stdin"));
        var expected = bench.Parses(right) && bench.Parses(faulty) ? await bench.SteadyOutput(right, stdin, cancellationToken) : null;
        if (await Refuse(bench, faulty, stdin, expected, cancellationToken) is { } fault)
        {
            return fault.ToReject(Name, problem.Content);
        }

        var values = bench.Values(Name, index);
        values["code"] = Fences.Wrap(faulty.Text, faulty.Language);
        values["symptom"] = problem.Text("symptom");
        values["stdin"] = stdin.Length == 0 ? "" : Fences.Wrap(stdin);
        values["expected"] = Fences.Wrap(expected!);
        var solver = bench.Talk(Name);
        if (await solver.Ask("code-qa/model-fault-solve.scriban", values, null, cancellationToken) is not { } answer)
        {
            return solver.Reject!;
        }

        if (await Check(bench, answer, stdin, expected!, cancellationToken) is { } wrong)
        {
            return wrong.ToReject(Name, answer.Content);
        }

        var check = new Verification("fix-execution", VerificationStatus.Verified, "the faulty program does something else, and the repaired one writes what the right one writes");
        return ProblemBench.Row(
            this, index, bench.Prompt("code-qa/problem-fault.scriban", values), answer, check, [author, solver],
            new JsonObject { ["right"] = right.Text, ["faulty"] = faulty.Text, ["stdin"] = stdin });
    }

    private static async ValueTask<ProblemFault?> Refuse(ProblemBench bench, SourceFile faulty, string stdin, string? expected, CancellationToken cancellationToken)
    {
        if (expected is null)
        {
            return new ProblemFault(RejectReasons.DoesNotRun, "A program of the problem does not parse, or the right one fails.", "A program does not parse, or the right one fails.");
        }

        var run = await bench.Run(faulty, stdin, cancellationToken);
        return run.Status == Abstractions.Execution.ExecutionStatus.Ok && ProblemText.Same(ProblemText.Of(run.Stdout), expected)
            ? new ProblemFault(RejectReasons.SameBehaviour, "The faulty program of the problem does what the right one does.", "The fault does not show.")
            : null;
    }

    private static async ValueTask<ProblemFault?> Check(ProblemBench bench, ChatReply answer, string stdin, string expected, CancellationToken cancellationToken)
    {
        if (CodeBlocks.Single(answer.Content) is not { } block)
        {
            return ProblemFault.NoCode;
        }

        var program = bench.Program(block.Code);
        if (!bench.Parses(program))
        {
            return ProblemFault.DoesNotParse;
        }

        var run = await bench.Run(program, stdin, cancellationToken);
        return run.Status != Abstractions.Execution.ExecutionStatus.Ok ? ProblemFault.DoesNotRun(run)
            : ProblemText.Same(ProblemText.Of(run.Stdout), expected) ? null
            : ProblemFault.WrongOutput(stdin, expected, ProblemText.Of(run.Stdout));
    }
}
