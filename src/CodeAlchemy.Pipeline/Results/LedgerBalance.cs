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

        return found;
    }
}
