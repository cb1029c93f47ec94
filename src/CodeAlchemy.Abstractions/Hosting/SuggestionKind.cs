namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>What a <see cref="Suggestion"/> does to the text.</summary>
public enum SuggestionKind
{
    /// <summary>What stands at the place of the diagnostic is replaced.</summary>
    Replace,

    /// <summary>A key is added to the mapping at the place of the diagnostic.</summary>
    AddKey,

    /// <summary>The key, with its value, or the entry of a list at the place of the diagnostic is taken out.</summary>
    Remove,
}
