using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>What checking a plugin's folder found. Immutable.</summary>
/// <param name="Directory">The folder.</param>
/// <param name="Plugin">The manifest, or <see langword="null"/> when it can't be used.</param>
/// <param name="Diagnostics">What is wrong.</param>
/// <param name="Runs">What the plugin runs, one line each; empty for data alone.</param>
public sealed record PluginValidation(string Directory, PluginDefinition? Plugin, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Runs)
{
    /// <summary>Whether it has no error.</summary>
    public bool IsValid => Plugin is not null && Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
