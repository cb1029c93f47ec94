using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>The <c>source</c> of a manifest. Exactly one of the kinds is given.</summary>
public sealed record SourceSection
{
    /// <summary><c>files</c> or <c>jsonl</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Absolute root folder for <c>files</c>; absolute path of the file or folder for <c>jsonl</c> (plain or gzip).</summary>
    public required string Root { get; init; }

    /// <summary>Glob patterns of paths to take; default all.</summary>
    public ImmutableArray<string> Include { get; init; } = ["**/*"];

    /// <summary>Glob patterns of paths to leave out. Hidden files and folders are always left out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Column names for tables: <c>text</c>, <c>path</c>, <c>language</c>, <c>id</c> → name in the file.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
