namespace CodeAlchemy.Syntax;

/// <summary>One word of a predicate: the name of a capture, or a string.</summary>
internal readonly record struct QueryWord(string Value, bool IsCapture);
