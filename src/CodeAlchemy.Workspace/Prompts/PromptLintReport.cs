using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Prompts;

/// <summary>What is wrong with templates.</summary>
/// <param name="Templates">How many were looked at.</param>
/// <param name="Diagnostics">What was found, by file and place.</param>
public sealed record PromptLintReport(int Templates, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>How many of the findings are errors.</summary>
    public int Errors => Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
}
