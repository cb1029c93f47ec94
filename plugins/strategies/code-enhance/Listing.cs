namespace CodeAlchemy.Strategies.CodeEnhance;

/// <summary>Items in a sentence. Pure.</summary>
internal static class Listing
{
    /// <summary>The items with commas, and with <c>and</c> before the last.</summary>
    public static string Of(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}
