using System.Collections.Immutable;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>What is in a run folder, counted from its rows and rejects.</summary>
/// <param name="Run">The run.</param>
/// <param name="Rows">Rows in <c>data/</c>.</param>
/// <param name="ByStrategy">Rows by strategy.</param>
/// <param name="ByLanguage">Rows by language.</param>
/// <param name="ByTask">Rows by task.</param>
/// <param name="RejectsByReason">Rejects by reason.</param>
/// <param name="Reviews">How far the review is.</param>
/// <param name="Issues">What could not be used of the journal.</param>
public sealed record RunOverview(
    RunListing Run,
    long Rows,
    ImmutableSortedDictionary<string, long> ByStrategy,
    ImmutableSortedDictionary<string, long> ByLanguage,
    ImmutableSortedDictionary<string, long> ByTask,
    ImmutableSortedDictionary<string, long> RejectsByReason,
    ReviewCounts Reviews,
    ImmutableArray<ReviewIssue> Issues);
