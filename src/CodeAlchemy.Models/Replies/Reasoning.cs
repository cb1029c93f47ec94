namespace CodeAlchemy.Models.Replies;

/// <summary>Keeps reasoning apart from the answer: a field of its own, or a <c>&lt;think&gt;</c> block that the reply begins with.</summary>
internal static class Reasoning
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    /// <summary>Splits a reply. A block that is never closed is reasoning to the end: there is no answer then.</summary>
    public static (string Content, string? Reasoning) Split(string content, string field)
    {
        var (answer, block) = Block(content);
        var parts = new[] { field, block }.Where(part => !string.IsNullOrWhiteSpace(part)).ToArray();
        return (answer, parts.Length == 0 ? null : string.Join("\n\n", parts));
    }

    private static (string Answer, string? Block) Block(string content)
    {
        var start = content.AsSpan().TrimStart();
        if (!start.StartsWith(Open, StringComparison.Ordinal))
        {
            return (content, null);
        }

        var inside = start[Open.Length..];
        var end = inside.IndexOf(Close, StringComparison.Ordinal);
        return end < 0
            ? (string.Empty, inside.Trim().ToString())
            : (inside[(end + Close.Length)..].TrimStart().ToString(), inside[..end].Trim().ToString());
    }
}
