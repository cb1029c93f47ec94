using System.Collections.Concurrent;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Hash of a plugin folder's files but its samples, computed once per folder. Thread-safe.</summary>
internal sealed class PluginContent
{
    private readonly ConcurrentDictionary<string, Lazy<string>> _hashes = new(StringComparer.Ordinal);

    public string Hash(string folder) => _hashes.GetOrAdd(folder, f => new Lazy<string>(() => Compute(f))).Value;

    private static string Compute(string folder)
    {
        using var key = new ContentKey();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path: f, Name: Path.GetRelativePath(folder, f)))
            .Where(f => !f.Name.StartsWith("samples/", StringComparison.Ordinal))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        foreach (var (path, name) in files)
        {
            key.Add(name).Add(File.ReadAllBytes(path));
        }

        return key.Finish();
    }
}
