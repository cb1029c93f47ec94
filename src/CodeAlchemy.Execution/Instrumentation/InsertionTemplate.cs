using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>
/// An insertion as a plugin writes it: literal text and placeholders such as <c>{line}</c>. A brace that does not enclose a
/// known placeholder is literal, so that templates of brace languages need no escapes.
/// </summary>
internal sealed partial class InsertionTemplate
{
    private InsertionTemplate(ImmutableArray<(string Text, bool IsPlaceholder)> parts) => Parts = parts;

    /// <summary>The parts in order.</summary>
    public ImmutableArray<(string Text, bool IsPlaceholder)> Parts { get; }

    /// <summary>Splits a template into its parts.</summary>
    public static InsertionTemplate Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(string, bool)>();
        var done = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            parts.Add((text[done..match.Index], false));
            parts.Add((match.Groups[1].Value, true));
            done = match.Index + match.Length;
        }

        parts.Add((text[done..], false));
        return new InsertionTemplate(parts.ToImmutable());
    }

    /// <summary>Puts values into the places of the placeholders; one without a value becomes empty.</summary>
    public string Fill(Func<string, string> value) =>
        string.Concat(Parts.Select(p => p.IsPlaceholder ? value(p.Text) : p.Text));

    /// <summary>This template with one placeholder already filled.</summary>
    public InsertionTemplate With(string name, string value) =>
        new([.. Parts.Select(p => p.IsPlaceholder && p.Text == name ? (value, false) : p)]);

    [GeneratedRegex(@"\{(line|name|type|slot|slots|names|scope|variables|records|record|parameters|fields|forwards|index)\}")]
    private static partial Regex Placeholder();
}
