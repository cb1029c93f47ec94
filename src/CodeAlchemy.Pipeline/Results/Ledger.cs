using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Results;

/// <summary>The conservation ledger (<c>codealchemy.ledger/1</c>): every input is in exactly one of four totals.</summary>
public sealed record Ledger
{
    /// <summary>The schema this version of the tool writes.</summary>
    public const string CurrentSchema = "codealchemy.ledger/1";

    /// <summary>Inputs of the corpus.</summary>
    public required long Inputs { get; init; }

    /// <summary>Inputs that gave at least one row.</summary>
    public required long Kept { get; init; }

    /// <summary>Inputs a filter took out.</summary>
    public required long Filtered { get; init; }

    /// <summary>Inputs whose content came before.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Inputs that should have given a row and gave none.</summary>
    public required long Failed { get; init; }

    /// <summary>Rows in <c>data/</c>.</summary>
    public required long Rows { get; init; }

    /// <summary>Lines in <c>rejects/</c>.</summary>
    public required long Rejects { get; init; }

    /// <summary>Counts by stage, in order.</summary>
    public required ImmutableArray<StageCount> ByStage { get; init; }

    /// <summary>What each strategy made of each language, in the order of their names.</summary>
    public ImmutableArray<YieldCount> Yield { get; init; } = [];

    /// <summary>What the inputs of each language import, in the order of their names; empty where no filter reads the syntax.</summary>
    public ImmutableArray<ImportCount> Imports { get; init; } = [];

    /// <summary>Whether all totals add up.</summary>
    public bool Balanced => LedgerBalance.Imbalances(this).Count == 0;

    /// <summary>Failed ÷ (inputs − filtered − duplicate), from 0 to 1; 0 when nothing was left to fail.</summary>
    public double FailedShare =>
        Inputs - Filtered - Duplicate is > 0 and var tried ? (double)Failed / tried : 0;
}
