namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>What the conversations of a file have used up, so that none repeats another. One per file.</summary>
internal sealed class Memory
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<object> _versions = [];

    /// <summary>Whether something was said in an earlier turn or conversation.</summary>
    public bool Has(string key) => _keys.Contains(key);

    /// <summary>Remembers what a turn was about.</summary>
    public void Keep(string key) => _keys.Add(key);

    /// <summary>Whether a changed version is still free. One conversation must not answer another.</summary>
    public bool IsFree(object version) => !_versions.Contains(version);

    /// <summary>Takes a changed version.</summary>
    public void Take(object version) => _versions.Add(version);
}
