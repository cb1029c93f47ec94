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

    /// <summary>
    /// Damaged versions in a seeded order, made one by one. Where nothing can be run, only what can't change behaviour is done; a file
    /// that holds some of a damage already does not suffer it, because it would be no full answer.
    /// </summary>
    public static IEnumerable<Wreck> Of(Bench bench)
    {
        ImmutableArray<IDamage> suited = [.. Suited(bench)];
        ImmutableArray<IDamage> allowed = [.. suited.Where(d => bench.Options.Damages.Contains(d.Id))];
        var together = bench.Options.Damages.Any(d => d != Improvements.Several) ? allowed : suited;
        foreach (var name in Shuffled(bench.Options.Damages, bench.Workbench.Random("damages")))
        {
            ImmutableArray<IDamage> damages = name == Improvements.Several ? Together(bench, together) : [.. allowed.Where(d => d.Id == name)];
            if (Do(bench, damages) is { } wreck && (name != Improvements.Several || wreck.Done.Length >= FewestTogether))
            {
                yield return wreck;
            }
        }
    }

    private static List<IDamage> Suited(Bench bench)
    {
        using var program = ParsedProgram.Of(bench.Source, bench.Workbench);
        return program is null ? [] : [.. Damages.All.Where(d => (d.IsTextual || !bench.Studies.IsEmpty) && d.Suits(program))];
    }

    // In the order of the list, which is the one that they bear to be done in. With nothing but the combination to choose from, it is made of everything.
    private static ImmutableArray<IDamage> Together(Bench bench, ImmutableArray<IDamage> from)
    {
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
                wreck = new Wreck(damaged.Text, wreck.Done.Add(new Repair(Improvements.Of(damage.Id), damaged.Subject, damaged.Places, [.. damaged.Changes.Select(c => (c.Worse, wreck.Original(c.Better)))])));
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
