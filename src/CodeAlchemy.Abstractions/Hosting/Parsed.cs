using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A value read from user input together with what was found wrong with it.</summary>
/// <param name="Value">The value; <see langword="null"/> when an error makes it unusable.</param>
/// <param name="Diagnostics">What was found, in the order of the text.</param>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Parsed<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether there is an error among the diagnostics.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
}
