namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>A value as it is shown.</summary>
/// <param name="Type">Type as the language names it.</param>
/// <param name="Text">The language's own literal where it has one. No addresses; unordered collections sorted.</param>
/// <param name="Alias">First-seen number of a shared or cyclic reference, from 1; 0 for none.</param>
/// <param name="Length">Full length when the text was cut and the length is known without running code of the program; −1 otherwise.</param>
public sealed record TraceValue(string Type, string Text, int Alias = 0, long Length = -1);
