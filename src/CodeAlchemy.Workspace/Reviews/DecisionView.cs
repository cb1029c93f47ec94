using System.Diagnostics.CodeAnalysis;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>One decision of the journal.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Strategy">Strategy of the row.</param>
/// <param name="Row">Id of the row.</param>
/// <param name="Digest">Digest of the row it was made on.</param>
/// <param name="Reason">Why, or <see langword="null"/>.</param>
/// <param name="Author">Who, or <see langword="null"/>.</param>
public sealed record DecisionView(
    long Sequence, DateTimeOffset Time, ReviewDecision Decision, string Strategy, string Row, string Digest, string? Reason, string? Author)
{
    [return: NotNullIfNotNull(nameof(record))]
    internal static DecisionView? Of(ReviewRecord? record) => record is null ? null : new DecisionView(
        record.Sequence, record.Time, record.Decision, record.Row.Strategy, RowKey.Hex(record.Row.Row), RowKey.Hex(record.Row.Digest), record.Reason, record.Author);
}
