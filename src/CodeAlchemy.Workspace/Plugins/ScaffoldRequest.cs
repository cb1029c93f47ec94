using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>What a new plugin shall be. Immutable.</summary>
public sealed record ScaffoldRequest
{
    /// <summary>Kind.</summary>
    public required PluginKind Kind { get; init; }

    /// <summary>Id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people; made of the id when it is <see langword="null"/>.</summary>
    public string? Name { get; init; }

    /// <summary>SPDX licence id.</summary>
    public string License { get; init; } = "Apache-2.0";

    /// <summary>File name ending of a language, with the dot; made of the id when it is <see langword="null"/>.</summary>
    public string? Extension { get; init; }

    /// <summary>Folder to make.</summary>
    public required string Directory { get; init; }
}
