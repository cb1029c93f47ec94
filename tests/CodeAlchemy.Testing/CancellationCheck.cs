using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Testing;

/// <summary>
/// Checks that a strategy stops when its run is stopped: it ends with <see cref="OperationCanceledException"/>, makes no outcome of it,
/// and gives none afterwards.
/// </summary>
public static class CancellationCheck
{
    private const int MostCalls = 64;

    /// <summary>Cancels before the start, and during each call of the workbench that takes the token (the first 64).</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="workbench">What it needs to make its outcomes of the file.</param>
    /// <exception cref="CheckFailedException">It went on; the message says from where.</exception>
    public static async Task Run(IStrategy strategy, TestWorkbench workbench)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentNullException.ThrowIfNull(workbench);
        await Cancel(strategy, workbench, 0).ConfigureAwait(false);
        var whole = new CancellingWorkbench(workbench.Fresh(), int.MaxValue, () => { });
        _ = await Outcomes.Of(strategy, workbench.Source, whole, CancellationToken.None).ConfigureAwait(false);
        for (var call = 1; call <= Math.Min(whole.Calls, MostCalls); call++)
        {
            await Cancel(strategy, workbench, call).ConfigureAwait(false);
        }
    }

    private static async Task Cancel(IStrategy strategy, TestWorkbench workbench, int call)
    {
        using var source = new CancellationTokenSource();
        var bench = new CancellingWorkbench(workbench.Fresh(), call, source.Cancel);
        if (call == 0)
        {
            await source.CancelAsync().ConfigureAwait(false);
        }

        try
        {
            await foreach (var outcome in strategy.Transform(workbench.Source, bench, source.Token).WithCancellation(source.Token).ConfigureAwait(false))
            {
                if (source.IsCancellationRequested)
                {
                    throw Went($"gave an outcome: {OutcomeText.Of(outcome)}", call, bench);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        // With fewer calls than in the whole run nothing was cancelled: the strategy chose another way, and that is not this check's matter.
        if (source.IsCancellationRequested)
        {
            throw Went("ended as if nothing had happened", call, bench);
        }
    }

    private static CheckFailedException Went(string what, int call, CancellingWorkbench bench) => new(
        $"The strategy was stopped {(call == 0 ? "before it began" : $"during call {call} of the workbench ({bench.CancelledAt})")} and {what}. "
        + "Pass the token to every call, ask it in loops, and let OperationCanceledException through.");
}
