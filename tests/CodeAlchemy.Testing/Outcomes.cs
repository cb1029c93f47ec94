using System.Collections;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing;

/// <summary>What a strategy made of a file, in its order. Immutable.</summary>
public sealed class Outcomes : IReadOnlyList<Outcome>
{
    private readonly ImmutableArray<Outcome> _all;

    private Outcomes(ImmutableArray<Outcome> all) => _all = all;

    /// <summary>The rows.</summary>
    public ImmutableArray<Sample> Samples => [.. _all.OfType<Sample>()];

    /// <summary>The rows that were not made.</summary>
    public ImmutableArray<Reject> Rejects => [.. _all.OfType<Reject>()];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public Outcome this[int index] => _all[index];

    /// <summary>Runs a strategy over the file of a workbench, and checks what the host checks of every row.</summary>
    /// <exception cref="CheckFailedException">
    /// The strategy gave null, a row without messages, or two rows of one task and case with the same index; the host makes rejects of them.
    /// </exception>
    public static async Task<Outcomes> Of(IStrategy strategy, TestWorkbench workbench, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workbench);
        var outcomes = await Of(strategy, workbench.Source, workbench, cancellationToken).ConfigureAwait(false);
        Check(outcomes);
        return outcomes;
    }

    internal static async Task<Outcomes> Of(IStrategy strategy, SourceFile source, IWorkbench workbench, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        var all = ImmutableArray.CreateBuilder<Outcome>();
        await foreach (var outcome in strategy.Transform(source, workbench, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(outcome ?? throw new CheckFailedException("The strategy gave null instead of an outcome."));
        }

        return new Outcomes(all.ToImmutable());
    }

    /// <summary>Those of one task.</summary>
    public Outcomes OfTask(string task) => new([.. _all.Where(outcome => outcome.Task == task)]);

    /// <summary>The one row, when there is nothing else.</summary>
    /// <exception cref="CheckFailedException">There are other outcomes, or none; the message has them all.</exception>
    public Sample OnlySample() => _all is [Sample only] ? only : throw Unexpected("one row and nothing else");

    /// <summary>The one reject, when there is nothing else.</summary>
    /// <param name="reason">Its reason.</param>
    /// <exception cref="CheckFailedException">There are other outcomes, or none, or the reason is another; the message has them all.</exception>
    public Reject OnlyReject(string reason) =>
        _all is [Reject only] && only.Reason == reason ? only : throw Unexpected($"one reject with the reason '{reason}' and nothing else");

    /// <summary>The outcomes as JSON, one a line, see <see cref="OutcomeText"/>.</summary>
    public string ToText() => string.Concat(_all.Select(outcome => OutcomeText.Of(outcome) + "\n"));

    /// <inheritdoc/>
    public IEnumerator<Outcome> GetEnumerator() => ((IEnumerable<Outcome>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void Check(Outcomes outcomes)
    {
        var ids = new HashSet<(string Task, string? Case, int Index)>();
        foreach (var sample in outcomes.Samples)
        {
            if (sample.Messages.IsDefaultOrEmpty)
            {
                throw new CheckFailedException($"A row of the task '{sample.Task}' and the case '{sample.Case}' has no messages.");
            }

            if (!ids.Add((sample.Task, sample.Case, sample.Index)))
            {
                throw new CheckFailedException($"Two rows of the task '{sample.Task}' and the case '{sample.Case}' have the index {sample.Index}; count it up. The second: {OutcomeText.Of(sample)}");
            }
        }
    }

    private CheckFailedException Unexpected(string wanted) =>
        new($"Wanted: {wanted}. There {(Count == 1 ? "is 1 outcome" : $"are {Count} outcomes")}{(Count == 0 ? "." : ":\n" + ToText())}");
}
