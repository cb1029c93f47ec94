using System.Collections.Concurrent;
using System.Reflection;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>The phrase banks embedded in an assembly as <c>phrases/NAME.txt</c>, read on first use. Thread-safe.</summary>
/// <param name="assembly">The assembly.</param>
public sealed class PhraseBanks(Assembly assembly)
{
    private readonly ConcurrentDictionary<string, PhraseBank> _banks = new(StringComparer.Ordinal);

    /// <summary>Those that come with this library.</summary>
    public static PhraseBanks Shared { get; } = new(typeof(PhraseBanks).Assembly);

    /// <summary>The bank of a name.</summary>
    /// <exception cref="InvalidOperationException">The assembly has none of that name.</exception>
    public PhraseBank Get(string name) => _banks.GetOrAdd(name, Load);

    private PhraseBank Load(string name)
    {
        using var stream = assembly.GetManifestResourceStream($"phrases/{name}.txt")
            ?? throw new InvalidOperationException($"The phrase bank {name} is not part of {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return PhraseBank.Parse(reader.ReadToEnd());
    }
}
