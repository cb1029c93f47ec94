namespace CodeAlchemy.Pipeline.Results;

/// <summary>Checks that a ledger adds up.</summary>
public static class LedgerBalance
{
    /// <summary>One sentence per sum that is off; empty when the ledger balances.</summary>
    /// <param name="ledger">The ledger.</param>
    public static IReadOnlyList<string> Imbalances(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var found = new List<string>();
        var ends = ledger.Kept + ledger.Filtered + ledger.Duplicate + ledger.Failed;
        if (ends != ledger.Inputs)
        {
            found.Add($"{ledger.Inputs} inputs, but {ends} ended as kept, filtered, duplicate or failed");
        }

        foreach (var stage in ledger.ByStage)
        {
            var lost = stage.Reasons.Values.Sum();
            if (stage.In - stage.Out != lost)
            {
                found.Add($"stage '{stage.Stage}': {stage.In} in, {stage.Out} out, but reasons for {lost}");
            }
        }

        found.AddRange(Yield(ledger));
        return found;
    }

    /// <summary>The same, and that stages hand on what they let pass: possible where it is known which stages are filters.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="filters">Number of stages before the strategies.</param>
    public static IReadOnlyList<string> Imbalances(Ledger ledger, int filters)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        List<string> found = [.. Imbalances(ledger)];
        var reached = ledger.Inputs;
        foreach (var (stage, index) in ledger.ByStage.Select((s, i) => (s, i)))
        {
            if (stage.In != reached)
            {
                found.Add($"stage '{stage.Stage}': {stage.In} in, but {reached} reached it");
            }

            reached = index < filters ? stage.Out : reached;
        }

        var ended = ledger.Inputs - reached;
        var told = ledger.Filtered + ledger.Duplicate + ledger.Failed;
        if (ended > told || ledger.Kept > reached)
        {
            found.Add($"{ended} inputs ended before the strategies, but only {told} are told of as filtered, duplicate or failed");
        }

        return found;
    }

    // Each strategy saw what its stage saw, and all rows and rejects of strategies are some strategy's.
    private static IEnumerable<string> Yield(Ledger ledger)
    {
        foreach (var group in ledger.Yield.GroupBy(count => count.Strategy))
        {
            var stage = ledger.ByStage.FirstOrDefault(s => s.Stage == group.Key);
            if (stage is null || stage.In != group.Sum(c => c.Inputs) || stage.Out != group.Sum(c => c.Kept))
            {
                yield return $"strategy '{group.Key}': its languages do not add up to its stage";
            }
        }

        var rows = ledger.Yield.Sum(count => count.Rows);
        if (!ledger.Yield.IsEmpty && rows != ledger.Rows)
        {
            yield return $"{ledger.Rows} rows, but the strategies made {rows}";
        }
    }
}
