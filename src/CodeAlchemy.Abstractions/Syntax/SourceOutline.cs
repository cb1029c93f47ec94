using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>
/// What stands where in a source file, the same for every language: made from the query <c>outline</c> of its plugin.
/// Spans are in UTF-8 bytes of the text. Immutable.
/// </summary>
public sealed record SourceOutline
{
    /// <summary>An outline without anything in it.</summary>
    public static SourceOutline Empty { get; } = new();

    /// <summary>Named functions and methods that have a body, in the order of the text; nested ones follow the one around them.</summary>
    public ImmutableArray<OutlineFunction> Functions { get; init; } = [];

    /// <summary>Classes, structures, interfaces and the like.</summary>
    public ImmutableArray<OutlineType> Types { get; init; } = [];

    /// <summary>Comments; those inside functions too. Documentation that is no comment in its grammar is not among them.</summary>
    public ImmutableArray<SourceSpan> Comments { get; init; } = [];

    /// <summary>How a comment to the end of the line begins in the language, or <see langword="null"/> where its plugin doesn't say.</summary>
    public string? LineComment { get; init; }

    /// <summary>What the file imports.</summary>
    public ImmutableArray<OutlineImport> Imports { get; init; } = [];
}
