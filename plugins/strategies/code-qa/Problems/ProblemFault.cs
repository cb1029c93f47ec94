using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Reason">Id for the reject.</param>
/// <param name="Detail">One stable sentence.</param>
/// <param name="Told">What the model is told so that it can repair it.</param>
internal sealed record ProblemFault(string Reason, string Detail, string Told)
{
    private const int MostText = 2000;

    public static ProblemFault NoCode { get; } = new(
        RejectReasons.NoCodeBlock, "The answer does not hold exactly one block of code.", "The answer must hold exactly one fenced block of code: the whole program.");

    public static ProblemFault DoesNotParse { get; } = new(
        RejectReasons.DoesNotParse, "The program in the answer does not parse.", "The program does not parse.");

    public static ProblemFault DoesNotRun(RunResult run) => new(
        RejectReasons.DoesNotRun,
        $"The program in the answer ends with {Endings.Of(run)}.",
        $"The program ends with {Endings.Of(run)}:\n\n{Fences.Wrap(Short(ProblemText.Of(run.Stderr)))}");

    public static ProblemFault WrongOutput(string stdin, string expected, string written) => new(
        RejectReasons.WrongAnswer,
        "The program in the answer does not write what the problem says.",
        $"With the input\n\n{Fences.Wrap(Short(stdin))}\n\nthe program writes\n\n{Fences.Wrap(Short(written))}\n\ninstead of\n\n{Fences.Wrap(Short(expected))}");

    public Reject ToReject(string task, string reply) => new() { Task = task, Reason = Reason, Detail = Detail, Evidence = $"{Told}\n\n{reply}" };

    private static string Short(string text) => text.Length <= MostText ? text : text[..MostText] + "…";
}
