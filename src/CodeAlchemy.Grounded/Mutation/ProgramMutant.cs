using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Grounded.Mutation;

/// <summary>A program with one small change.</summary>
/// <param name="Operator">What kind of change: <c>relational</c>, <c>arithmetic</c>, <c>logical</c>, <c>boolean</c>, <c>constant</c>, <c>assignment</c>, <c>step</c> or <c>removal</c>.</param>
/// <param name="Span">What was changed in the original, in UTF-8 bytes.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
/// <param name="Text">The whole changed program.</param>
public sealed record ProgramMutant(string Operator, SourceSpan Span, string Before, string After, string Text);
