using System.Collections.Immutable;

namespace CodeAlchemy.PluginHost;

/// <summary>What a plugin's folder holds. Immutable.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 over all paths and bytes; the same on every platform.</param>
/// <param name="Files">Path with '/' → SHA-256 of the bytes.</param>
public sealed record ContentListing(string Hash, ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>How another listing differs from this one, one line a file: <c>changed a</c>, <c>missing b</c>, <c>added c</c>.</summary>
    public IReadOnlyList<string> Differences(ImmutableSortedDictionary<string, string> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Files.Keys.Union(other.Keys).Order(StringComparer.Ordinal).Select(path => Difference(path, other)).OfType<string>()];
    }

    private string? Difference(string path, ImmutableSortedDictionary<string, string> other) =>
        !other.TryGetValue(path, out var theirs) ? $"missing {path}"
        : !Files.TryGetValue(path, out var ours) ? $"added {path}"
        : ours != theirs ? $"changed {path}"
        : null;
}
