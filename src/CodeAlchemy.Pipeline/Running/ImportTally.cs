using System.Collections.Immutable;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>Counts of the libraries that the inputs of one language import; mutable.</summary>
internal sealed class ImportTally
{
    public long Inputs { get; set; }

    public SortedDictionary<string, long> Libraries { get; init; } = new(StringComparer.Ordinal);

    public void Add(ImmutableArray<string> imports)
    {
        Inputs++;
        foreach (var library in imports)
        {
            Count(library, 1);
        }
    }

    public void Add(ImportTally other)
    {
        Inputs += other.Inputs;
        foreach (var (library, count) in other.Libraries)
        {
            Count(library, count);
        }
    }

    public ImportCount ToCount(string language) =>
        new(language, Inputs, Libraries.ToImmutableSortedDictionary(StringComparer.Ordinal));

    private void Count(string library, long count) => Libraries[library] = Libraries.GetValueOrDefault(library) + count;
}
