using System.Security.Cryptography;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>What a run leaves for its users, as hashes that can be compared.</summary>
internal static class RunFolders
{
    /// <summary>Path → SHA-256 of everything in <c>data/</c>, <c>rejects/</c> and of <c>ledger.json</c>.</summary>
    public static SortedDictionary<string, string> Fingerprint(string folder)
    {
        var files = new[] { "data", "rejects" }
            .Select(name => Path.Combine(folder, name))
            .Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            .Append(Path.Combine(folder, "ledger.json"));
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            hashes[Path.GetRelativePath(folder, file)] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return hashes;
    }
}
