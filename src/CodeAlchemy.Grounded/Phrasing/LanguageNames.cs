using System.Collections.Frozen;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>Languages as people write them.</summary>
public static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["c"] = "C", ["cpp"] = "C++", ["csharp"] = "C#", ["javascript"] = "JavaScript", ["typescript"] = "TypeScript", ["php"] = "PHP", ["sql"] = "SQL (SQLite)", ["r"] = "R",
    }.ToFrozenDictionary();

    /// <summary>The name of a language plugin's language; its id with a capital where no other is known.</summary>
    public static string Of(string id) => string.IsNullOrEmpty(id) ? "" : Known.TryGetValue(id, out var name) ? name : char.ToUpperInvariant(id[0]) + id[1..];
}
