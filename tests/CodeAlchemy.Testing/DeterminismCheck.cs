using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing;

/// <summary>
/// Checks that a strategy makes the same rows of the same file every time, byte for byte, whatever it did before: a run that is taken
/// up again, or that has more threads, must give the same dataset.
/// </summary>
public static class DeterminismCheck
{
    /// <summary>Transforms every file in order, again in the opposite order, and again all at once, and compares the outcomes.</summary>
    /// <param name="strategy">The strategy; one object for all, as in a run.</param>
    /// <param name="workbenches">One for each file; with more than one, state that is kept between files shows.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <exception cref="CheckFailedException">Outcomes differ; the message has the file, the number of the outcome, and both of them.</exception>
    public static async Task Run(IStrategy strategy, IReadOnlyList<TestWorkbench> workbenches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workbenches);
        ArgumentOutOfRangeException.ThrowIfZero(workbenches.Count);
        var first = new List<Outcomes>();
        foreach (var bench in workbenches)
        {
            first.Add(await Outcomes.Of(strategy, bench.Fresh(), cancellationToken).ConfigureAwait(false));
        }

        for (var i = workbenches.Count - 1; i >= 0; i--)
        {
            Compare(workbenches[i], first[i], await Outcomes.Of(strategy, workbenches[i].Fresh(), cancellationToken).ConfigureAwait(false), "the second time, in the opposite order of files");
        }

        var together = await Task.WhenAll(workbenches.Concat(workbenches)
            .Select(bench => Task.Run(() => Outcomes.Of(strategy, bench.Fresh(), cancellationToken), cancellationToken))).ConfigureAwait(false);
        for (var i = 0; i < together.Length; i++)
        {
            Compare(workbenches[i % workbenches.Count], first[i % workbenches.Count], together[i], "on several threads at once");
        }
    }

    /// <summary>The same with one file.</summary>
    /// <exception cref="CheckFailedException">Outcomes differ.</exception>
    public static Task Run(IStrategy strategy, TestWorkbench workbench, CancellationToken cancellationToken = default) => Run(strategy, [workbench], cancellationToken);

    private static void Compare(TestWorkbench bench, Outcomes first, Outcomes again, string when)
    {
        for (var i = 0; i < Math.Max(first.Count, again.Count); i++)
        {
            var (a, b) = (Line(first, i), Line(again, i));
            if (a != b)
            {
                throw new CheckFailedException($"'{bench.Source.Path}' gives another outcome {i + 1} {when}.\nfirst: {a}\nthen:  {b}");
            }
        }
    }

    private static string Line(Outcomes outcomes, int index) => index < outcomes.Count ? OutcomeText.Of(outcomes[index]) : "(none)";
}
