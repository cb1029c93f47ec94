using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Reason">Id for the reject.</param>
/// <param name="Detail">One stable sentence.</param>
/// <param name="Told">What the model is told so that it can repair it.</param>
internal sealed record RequestFault(string Reason, string Detail, string Told)
{
    public static RequestFault NoCode { get; } = new(
        RejectReasons.NoCodeBlock, "The answer does not hold exactly one block of code.", "The answer must hold exactly one fenced block of code: the whole file.");

    public static RequestFault DoesNotParse { get; } = new(
        RejectReasons.DoesNotParse, "The program in the answer does not parse.", "The program in your answer does not parse.");

    public static RequestFault Changed(string difference) => new(
        RejectReasons.BehaviourChanged, "The program in the answer does not behave as the original.", $"The program in your answer does not behave as the original: {difference}.");

    public Reject ToReject(string task, string reply) => new() { Task = task, Reason = Reason, Detail = Detail, Evidence = $"{Told}\n\n{reply}" };
}
