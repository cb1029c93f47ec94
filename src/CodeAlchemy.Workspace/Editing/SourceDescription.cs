using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Editing;

/// <summary>What an editor needs to know of a source text. Immutable.</summary>
/// <param name="Language">Id of its language.</param>
/// <param name="LanguageName">Name of its language for people.</param>
/// <param name="CanTrace">Whether its language is traced.</param>
/// <param name="Functions">Functions with a body, in the order of the text; lines from 1.</param>
public sealed record SourceDescription(string Language, string LanguageName, bool CanTrace, ImmutableArray<SourceFunction> Functions)
{
    /// <summary>The innermost function around a line, or <see langword="null"/>.</summary>
    /// <param name="line">Line from 1.</param>
    public SourceFunction? FunctionAt(int line) =>
        Functions.Where(f => f.StartLine <= line && line <= f.EndLine).OrderBy(f => f.EndLine - f.StartLine).FirstOrDefault();
}

/// <summary>A function of a source text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StartLine">First line of its head, from 1.</param>
/// <param name="BodyLine">First line of its body.</param>
/// <param name="EndLine">Last line.</param>
public sealed record SourceFunction(string Name, int StartLine, int BodyLine, int EndLine)
{
    internal static SourceFunction Of(OutlineFunction function) =>
        new(function.Name, function.Span.StartLine, function.Body.StartLine, function.Span.EndLine);
}
