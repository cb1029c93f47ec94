using System.Collections.Immutable;

namespace CodeAlchemy.Manifests.Editing;

/// <summary>What may be written at a place.</summary>
/// <param name="Start">Offset of what is replaced, in UTF-16 code units.</param>
/// <param name="Length">Code units that are replaced.</param>
/// <param name="Items">The choices, in the order of the schema.</param>
/// <param name="IsPath">Whether the path of a file or folder may stand there.</param>
/// <param name="Before">Text to put before a value: a space, where the cursor stands right behind a colon or dash; brackets around it where a list is meant.</param>
/// <param name="After">Text to put behind a value.</param>
public sealed record DocumentChoices(int Start, int Length, ImmutableArray<DocumentChoice> Items, bool IsPath = false, string Before = "", string After = "")
{
    /// <summary>Nothing.</summary>
    public static DocumentChoices None { get; } = new(0, 0, []);
}
