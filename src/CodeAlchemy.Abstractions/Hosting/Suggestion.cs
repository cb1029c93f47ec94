namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>How the place of a diagnostic can be changed so that the fault is gone; an editor offers it as a fix.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Text">The replacement as it stands in the file, or the name of the key; empty where something is removed.</param>
public sealed record Suggestion(SuggestionKind Kind, string Text)
{
    /// <summary>Takes the key or entry out.</summary>
    public static Suggestion Remove { get; } = new(SuggestionKind.Remove, "");

    /// <summary>Replaces what stands there; nothing when there is no replacement.</summary>
    public static Suggestion? ReplaceBy(string? text) => text is null ? null : new Suggestion(SuggestionKind.Replace, text);

    /// <summary>Adds a key to the mapping.</summary>
    public static Suggestion AddKey(string name) => new(SuggestionKind.AddKey, name);
}
