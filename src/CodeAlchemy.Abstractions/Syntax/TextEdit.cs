namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>Replaces a range of UTF-8 bytes; an empty range inserts.</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="End">The byte after the last.</param>
/// <param name="Text">What stands there afterwards.</param>
public readonly record struct TextEdit(int Start, int End, string Text);
