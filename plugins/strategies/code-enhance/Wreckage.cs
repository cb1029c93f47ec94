using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Grounded.Programs;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Damages a file in the ways that the options allow.</summary>
internal static class Wreckage
{
    private const int FewestTogether = 2;
    private const int MostTogether = 4;

    /// <summary>Damaged versions in a seeded order, made one by one. Where nothing can be run, only what can't change behaviour is done.</summary>
    public static IEnumerable<Wreck> Of(Bench bench)
    {
        ImmutableArray<IDamage> allowed = [.. Damages.All.Where(d => bench.Options.Damages.Contains(d.Id) && (d.IsTextual || !bench.Studies.IsEmpty))];
        foreach (var name in Shuffled(bench.Options.Damages, bench.Workbench.Random("damages")))
        {
            ImmutableArray<IDamage> damages = name == Improvements.Several ? Together(bench, allowed) : [.. allowed.Where(d => d.Id == name)];
            if (Do(bench, damages) is { } wreck && (name != Improvements.Several || wreck.Done.Length >= FewestTogether))
            {
                yield return wreck;
            }
        }
    }

    // In the order of the list, which is the one that they bear to be done in.
    private static ImmutableArray<IDamage> Together(Bench bench, ImmutableArray<IDamage> allowed)
    {
        // With nothing but the combination to choose from, it is made of everything.
        ImmutableArray<IDamage> from = allowed.IsEmpty ? [.. Damages.All.Where(d => d.IsTextual || !bench.Studies.IsEmpty)] : allowed;
        var random = bench.Workbench.Random(Improvements.Several);
        var chosen = Shuffled(from, random).Take(FewestTogether + 1 + random.Next(MostTogether - FewestTogether)).ToHashSet();
        return [.. from.Where(chosen.Contains)];
    }

    private static Wreck? Do(Bench bench, ImmutableArray<IDamage> damages)
    {
        var wreck = new Wreck(bench.Source.Text, []);
        foreach (var damage in damages)
        {
            using var program = ParsedProgram.Of(bench.Source.WithText(wreck.Text), bench.Workbench);
            if (program is { HasErrors: false } && damage.Apply(program, bench.Workbench.Random($"damage/{damage.Id}")) is { } damaged)
            {
                var isHead = damage.Id == Improvements.Documentation && program.Source.Text.EndsWith(damaged.Text.TrimStart(), StringComparison.Ordinal);
                wreck = new Wreck(damaged.Text, wreck.Done.Add(new Repair(Improvements.Of(damage.Id), isHead, damaged.Places, [.. damaged.Changes.Select(c => (c.Worse, wreck.Original(c.Better)))])));
            }
        }

        return wreck.Done.IsEmpty ? null : wreck;
    }

    private static List<T> Shuffled<T>(IEnumerable<T> items, IRandom random)
    {
        var left = items.ToList();
        for (var i = left.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (left[i], left[j]) = (left[j], left[i]);
        }

        return left;
    }
}
