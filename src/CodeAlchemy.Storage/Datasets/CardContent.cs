using System.Collections.Immutable;

namespace CodeAlchemy.Storage.Datasets;

/// <summary>What a dataset card says.</summary>
public sealed record CardContent
{
    /// <summary>Name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>SPDX id, or <see langword="null"/> when it is not known.</summary>
    public string? License { get; init; }

    /// <summary>Configurations, in the order of the manifest.</summary>
    public required ImmutableArray<CardConfig> Configs { get; init; }

    /// <summary>Programming language → rows.</summary>
    public required ImmutableSortedDictionary<string, long> Languages { get; init; }

    /// <summary>Language, inputs that import anything, number of libraries, and the most frequent ones as text; empty where imports were not read.</summary>
    public ImmutableArray<(string Language, long Inputs, long Libraries, string Frequent)> Libraries { get; init; } = [];

    /// <summary>Inputs, kept, filtered, duplicate, failed and rejects, in this order, with their names.</summary>
    public required ImmutableArray<(string Name, long Count)> Totals { get; init; }

    /// <summary>Stage, in, out and the reasons as text.</summary>
    public required ImmutableArray<(string Stage, long In, long Out, string Reasons)> Stages { get; init; }
}
