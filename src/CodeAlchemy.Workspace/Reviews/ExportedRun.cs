using System.Collections.Immutable;
using CodeAlchemy.Storage.Reviews;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>What was exported of one run.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="Rows">Rows of the wanted strategies.</param>
/// <param name="Written">Rows written.</param>
/// <param name="Edited">Of those, rows in an edited form.</param>
/// <param name="LeftOut">Rows that were not written, by why: <c>undecided</c>, <c>stale</c>, <c>rejected</c>, <c>skipped</c>, <c>flagged</c>.</param>
/// <param name="Unreadable">Lines of <c>data/</c> that are no rows; <c>verify</c> names them.</param>
/// <param name="Issues">What could not be used of the journal.</param>
public sealed record ExportedRun(
    string Folder, long Rows, long Written, long Edited, ImmutableSortedDictionary<string, long> LeftOut, long Unreadable, ImmutableArray<ReviewIssue> Issues);
