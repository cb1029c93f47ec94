namespace CodeAlchemy.PluginHost.Sources;

/// <summary>Where a plugin comes from, as the lock file keeps it: enough to get the same again. Immutable.</summary>
public sealed record PluginOrigin
{
    /// <summary>Kind of source.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>
    /// Path, web address, address of the repository, or <c>feed/package</c>. A path below the folder of the lock file is relative to that, with '/'.
    /// </summary>
    public required string Location { get; init; }

    /// <summary>What was asked for: a branch, tag or commit, or a version of a package; <see langword="null"/> for the newest.</summary>
    public string? Reference { get; init; }

    /// <summary>What that was: the commit, or the version of the package; <see langword="null"/> where there is no such thing.</summary>
    public string? Revision { get; init; }

    /// <summary>Folder of the plugin in the source, with '/'; <see langword="null"/> when it need not be named.</summary>
    public string? Subfolder { get; init; }

    /// <summary>Whether the submodules of the repository were asked for.</summary>
    public bool Submodules { get; init; }

    /// <summary>The origin as <c>plugin install</c> takes it, with what was asked for.</summary>
    public override string ToString()
    {
        var start = Kind switch { SourceKind.Git => "git+", SourceKind.NuGet => "nuget:", _ => "" };
        return start + Location + (Reference is null ? "" : "@" + Reference) + (Subfolder is null ? "" : "#" + Subfolder);
    }
}
