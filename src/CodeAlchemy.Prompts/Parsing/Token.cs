namespace CodeAlchemy.Prompts.Parsing;

/// <summary>A piece of a template.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Text">Its text; for <see cref="TokenKind.Text"/> what will be written.</param>
/// <param name="Offset">Where it starts in the template, in UTF-16 code units.</param>
/// <param name="Length">Code units it covers.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset, int Length);
