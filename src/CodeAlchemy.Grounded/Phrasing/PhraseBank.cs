using System.Collections.Immutable;
using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Phrasing;

/// <summary>Wordings of one thing: a plain text with one wording per line, <c>#</c> for comments, <c>{slot}</c> for what differs. Immutable.</summary>
public sealed class PhraseBank
{
    private PhraseBank(ImmutableArray<string> wordings) => Wordings = wordings;

    /// <summary>The wordings, in the order of the file; at least one.</summary>
    public ImmutableArray<string> Wordings { get; }

    /// <summary>Reads a bank.</summary>
    /// <exception cref="FormatException">There is no wording in the text.</exception>
    public static PhraseBank Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string> wordings =
            [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
        return wordings.IsEmpty ? throw new FormatException("A phrase bank needs at least one wording.") : new PhraseBank(wordings);
    }

    /// <summary>Chooses a wording.</summary>
    public string Choose(IRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Wordings[random.Next(Wordings.Length)];
    }

    /// <summary>Chooses a wording and fills its slots.</summary>
    /// <exception cref="FormatException">A slot of the wording is not given.</exception>
    public string Choose(IRandom random, IReadOnlyDictionary<string, string> slots) => Fill(Choose(random), slots);

    /// <summary>Fills the slots of a wording. A slot is a lower-case name in braces; other braces stay.</summary>
    /// <exception cref="FormatException">A slot is not given.</exception>
    public static string Fill(string wording, IReadOnlyDictionary<string, string> slots)
    {
        ArgumentNullException.ThrowIfNull(wording);
        ArgumentNullException.ThrowIfNull(slots);
        return Slots.Pattern().Replace(wording, match => slots.TryGetValue(match.Groups[1].Value, out var value)
            ? value
            : throw new FormatException($"The slot {match.Value} is not given for: {wording}"));
    }
}
