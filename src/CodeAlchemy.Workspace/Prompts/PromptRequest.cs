namespace CodeAlchemy.Workspace.Prompts;

/// <summary>A prompt to be rendered.</summary>
public sealed record PromptRequest
{
    /// <summary>Name of the template, with or without <c>.scriban</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its variables.</summary>
    public required IReadOnlyDictionary<string, object?> Values { get; init; }

    /// <summary>Manifest whose folder may override templates, or <see langword="null"/>.</summary>
    public string? Manifest { get; init; }

    /// <summary>Seed of random values.</summary>
    public long Seed { get; init; }

    /// <summary>The value of <c>date.now</c>, or <see langword="null"/>.</summary>
    public DateTimeOffset? Now { get; init; }
}
