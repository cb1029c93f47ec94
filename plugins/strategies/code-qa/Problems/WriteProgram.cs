using System.Globalization;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>Write a program that reads standard input: a problem with examples; the answer is a program that was run on all of them.</summary>
internal sealed class WriteProgram : IProblemKind
{
    public string Name => "write-program";

    public async ValueTask<Outcome> Make(ProblemBench bench, int index, CancellationToken cancellationToken)
    {
        var author = bench.Talk(Name);
        if (await author.Ask("code-qa/model-program.scriban", bench.Values(Name, index), ProblemSchemas.Program, cancellationToken) is not { } problem)
        {
            return author.Reject!;
        }

        var examples = problem.Examples();
        var values = bench.Values(Name, index);
        values["title"] = problem.Text("title");
        values["statement"] = problem.Text("statement");
        values["examples"] = examples.Select(e => new Dictionary<string, object?> { ["stdin"] = Block(e.Stdin), ["stdout"] = Block(e.Stdout) }).ToList();
        var solver = bench.Talk(Name);
        var reply = await solver.Ask("code-qa/model-program-solve.scriban", values, null, cancellationToken);
        var fault = reply is null ? null : await Fault(bench, reply, examples, cancellationToken);
        if (fault is not null)
        {
            values["fault"] = fault.Told;
            reply = await solver.Ask("code-qa/model-repair.scriban", values, null, cancellationToken);
            fault = reply is null ? null : await Fault(bench, reply, examples, cancellationToken);
        }

        return reply is null ? solver.Reject!
            : fault is not null ? fault.ToReject(Name, reply.Content)
            : ProblemBench.Row(this, index, bench.Prompt("code-qa/problem-program.scriban", values), reply, Passed(examples.Count), [author, solver], Facts(problem));
    }

    private static string Block(string text) => text.Length == 0 ? "(nothing)" : Fences.Wrap(text);

    private static Verification Passed(int count) =>
        new("examples", VerificationStatus.Verified, string.Create(CultureInfo.InvariantCulture, $"{count} of {count} examples"));

    private static JsonObject Facts(ChatReply problem) => new() { ["problem"] = JsonNode.Parse(problem.Structured!.Value.GetRawText()) };

    private static async ValueTask<ProblemFault?> Fault(
        ProblemBench bench, ChatReply reply, IReadOnlyList<(string Stdin, string Stdout)> examples, CancellationToken cancellationToken)
    {
        if (CodeBlocks.Single(reply.Content) is not { } block)
        {
            return ProblemFault.NoCode;
        }

        var program = bench.Program(block.Code);
        if (!bench.Parses(program))
        {
            return ProblemFault.DoesNotParse;
        }

        foreach (var (stdin, stdout) in examples)
        {
            var run = await bench.Run(program, stdin, cancellationToken);
            if (run.Status != ExecutionStatus.Ok)
            {
                return ProblemFault.DoesNotRun(run);
            }

            if (!ProblemText.Same(ProblemText.Of(run.Stdout), stdout))
            {
                return ProblemFault.WrongOutput(stdin, stdout, ProblemText.Of(run.Stdout));
            }
        }

        return null;
    }
}
