using System.Runtime.CompilerServices;
using System.Text;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing.Tests;

/// <summary>Strategies as authors write them, sound ones and faulty ones.</summary>
internal static class Strategies
{
    /// <summary>One row a case: the output of the program.</summary>
    public static IStrategy Output { get; } = new DelegateStrategy(Outputs);

    /// <summary>Numbers its rows over all files.</summary>
    public static IStrategy Counting()
    {
        var count = 0;
        return new DelegateStrategy((_, _, token) => One(() => Row($"row {Interlocked.Increment(ref count)}"), token));
    }

    /// <summary>Makes a random text of its own.</summary>
    public static IStrategy Random { get; } = new DelegateStrategy((_, _, token) => One(() => Row(Guid.NewGuid().ToString()), token));

    /// <summary>Never looks at the token.</summary>
    public static IStrategy Deaf { get; } = new DelegateStrategy((_, _, _) => Unheeding());

    /// <summary>Makes a reject of whatever goes wrong.</summary>
    public static IStrategy Swallowing { get; } = new DelegateStrategy(Swallow);

    public static Sample Row(string answer, int index = 0) => new() { Task = "output", Index = index, Messages = [new Message("assistant", answer)] };

    public static async IAsyncEnumerable<Outcome> One(Func<Outcome> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return make();
    }

    private static async IAsyncEnumerable<Outcome> Unheeding()
    {
        await Task.Yield();
        yield return Row("done");
    }

    private static async IAsyncEnumerable<Outcome> Outputs(SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var @case in await workbench.Cases(source, cancellationToken))
        {
            var run = await workbench.Run(source, @case, cancellationToken);
            workbench.Log(LogLevel.Information, $"ran {@case.Name}");
            var question = workbench.Prompt("mine/question.scriban", new Dictionary<string, object?> { ["code"] = source.Text, ["case"] = @case.Name });
            yield return new Sample
            {
                Task = "output",
                Case = @case.Name,
                Messages = [new Message("user", question.Text), new Message("assistant", Encoding.UTF8.GetString(run.Stdout.AsSpan()))],
                Prompts = [question.Reference],
            };
        }
    }

    private static async IAsyncEnumerable<Outcome> Swallow(SourceFile source, IWorkbench workbench, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Outcome outcome;
        try
        {
            var cases = await workbench.Cases(source, cancellationToken);
            outcome = Row((await workbench.Run(source, cases[0], cancellationToken)).Status.ToString());
        }
        catch (Exception fault)
        {
            outcome = new Reject { Task = "output", Reason = "mine.fault", Detail = fault.Message };
        }

        yield return outcome;
    }
}
