using System.Collections.Concurrent;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeTrace.Wording;

/// <summary>The phrase banks that come with the assembly, one file of <c>phrases/</c> each. Thread-safe.</summary>
internal static class Banks
{
    private static readonly ConcurrentDictionary<string, PhraseBank> Cache = new(StringComparer.Ordinal);

    /// <summary>The bank of a name.</summary>
    public static PhraseBank Get(string name) => Cache.GetOrAdd(name, Load);

    private static PhraseBank Load(string name)
    {
        using var stream = typeof(Banks).Assembly.GetManifestResourceStream($"phrases/{name}.txt")
            ?? throw new InvalidOperationException($"The phrase bank {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return PhraseBank.Parse(reader.ReadToEnd());
    }
}
