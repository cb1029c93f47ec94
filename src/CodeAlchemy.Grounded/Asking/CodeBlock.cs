namespace CodeAlchemy.Grounded.Asking;

/// <summary>Fenced code in a text.</summary>
/// <param name="Info">First word after the opening fence, or an empty text.</param>
/// <param name="Code">The code with its last line end.</param>
public sealed record CodeBlock(string Info, string Code);
