using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Says what is wanted and what was done.</summary>
internal static class Summaries
{
    private const int MostChanges = 60;

    /// <summary>What was done, in a sentence, or in one per damage.</summary>
    public static string Of(Wreck wreck, IRandom random)
    {
        // Last come first what reads best first: the file is put right in the opposite order.
        var several = wreck.Done.Length > 1;
        var told = wreck.Done.Reverse().Select(d => Sentence(Words(d, several, random), d.Changes, several)).ToList();
        return !several ? told[0] : $"{Phrases.Say(random, "done-clean-up")}\n\n{string.Join('\n', told.Select(t => $"- {t}"))}";
    }

    /// <summary>What is wanted, as verbs in a row: <c>document it, format it and remove dead code</c>.</summary>
    public static string Wishes(Wreck wreck, IRandom random)
    {
        var wishes = wreck.Done.Reverse().Select(d => Phrases.Say(random, $"wish-{d.Bank}", d.Slots)).ToList();
        return Listing.Of(wishes);
    }

    // One of several changes must not say that there was no other.
    private static string Words(Repair repair, bool several, IRandom random)
    {
        var text = Phrases.Say(random, $"{(several ? "part" : "done")}-{repair.Bank}", repair.Slots);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Sentence(string sentence, ImmutableArray<(string Worse, string Better)> changes, bool nested)
    {
        if (changes.IsEmpty)
        {
            return sentence;
        }

        var told = changes.Take(MostChanges).Select(c => $"{Fences.Span(c.Worse)} is now {Fences.Span(c.Better)}").ToList();
        if (changes.Length > MostChanges)
        {
            told.Add(changes.Length - MostChanges == 1 ? "and one more" : $"and {changes.Length - MostChanges} more");
        }

        var head = sentence.TrimEnd('.');
        return nested || told.Count == 1 ? $"{head} ({string.Join(", ", told)})." : $"{head}:\n\n{string.Join('\n', told.Select(t => $"- {t}"))}";
    }
}
