using System.Collections.Immutable;

namespace CodeAlchemy.Workspace.Reviews;

/// <summary>A page of rows.</summary>
/// <param name="Rows">The rows, in the order of the dataset.</param>
/// <param name="Next">Cursor of the next page, or <see langword="null"/> when this is the last.</param>
/// <param name="Total">Rows that fit on all pages; <see langword="null"/> with a text, which is looked for page by page.</param>
public sealed record RowPage(ImmutableArray<RowSummary> Rows, string? Next, long? Total);
