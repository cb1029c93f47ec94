using System.Collections.Immutable;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>A page of rejects.</summary>
/// <param name="Rejects">The rejects, in the order of the corpus.</param>
/// <param name="Next">Cursor of the next page, or <see langword="null"/> when this is the last.</param>
/// <param name="Total">Rejects that fit on all pages.</param>
public sealed record RejectPage(ImmutableArray<RejectRecord> Rejects, string? Next, long Total);
