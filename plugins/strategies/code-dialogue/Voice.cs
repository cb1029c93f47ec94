using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;

namespace CodeAlchemy.Strategies.CodeDialogue;

/// <summary>
/// Puts things into the words of a role. A bank's wordings are for everybody, or for one role when they begin with its name in
/// brackets. No wording comes twice in a conversation while there are others. One per conversation.
/// </summary>
internal sealed class Voice(Role role)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public static PhraseBanks Banks { get; } = new(typeof(Voice).Assembly);

    public Role Role => role;

    /// <summary>A wording of a bank with its slots filled and a capital at its beginning.</summary>
    public string Say(IRandom random, string bank, IReadOnlyDictionary<string, string> slots)
    {
        var fitting = Fitting(bank).ToList();
        var fresh = fitting.Where(w => !_used.Contains(w)).ToList();
        var from = fresh.Count > 0 ? fresh : fitting;
        var wording = from[random.Next(from.Count)];
        _used.Add(wording);
        return Capital(PhraseBank.Fill(wording, slots));
    }

    public string Say(IRandom random, string bank, params (string Name, string Value)[] slots) =>
        Say(random, bank, slots.ToDictionary(s => s.Name, s => s.Value));

    /// <summary>The wordings of a bank that the role may use, without the role's name.</summary>
    public IEnumerable<string> Fitting(string bank) => Banks.Get(bank).Wordings
        .Where(w => w[0] != '[' || w.StartsWith($"[{role.User}]", StringComparison.Ordinal)).Select(w => w[0] == '[' ? w[(w.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim() : w);

    /// <summary>The text with a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text without a capital at its beginning, as it stands behind a colon.</summary>
    public static string Small(string text) =>
        text.StartsWith("I ", StringComparison.Ordinal) || text.StartsWith("I'", StringComparison.Ordinal) ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
