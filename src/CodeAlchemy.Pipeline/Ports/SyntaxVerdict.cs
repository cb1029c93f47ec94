using System.Collections.Immutable;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>What a syntax check found.</summary>
/// <param name="HasErrors">Whether the syntax tree holds an error that counts.</param>
/// <param name="FirstErrorLine">Line of the first error, from 1; 0 when there is none.</param>
/// <param name="Imports">Libraries that a text without errors that count imports, each once, in ordinal order.</param>
public readonly record struct SyntaxVerdict(bool HasErrors, int FirstErrorLine, ImmutableArray<string> Imports);
