using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Grounded.Cases;
using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Manifests;

namespace CodeAlchemy.Workspace.Cases;

/// <summary>
/// Finds the cases of a source: its sidecar, else what its own text tells, and then seeded mutations of these. Without any,
/// the file runs once with no arguments and empty input. Thread-safe.
/// </summary>
internal static class CaseFinder
{
    private const int Mutations = 2;

    /// <summary>The cases; at least one.</summary>
    /// <exception cref="ProblemException">The sidecar is not valid.</exception>
    public static ImmutableArray<ExecutionCase> Find(SourceFile source, IRandom random)
    {
        var given = source.Sidecar is { } sidecar ? Read(sidecar, source.Path + ".cases.yaml") : SourceCases.Find(source);
        return given.Length == 0 ? [ExecutionCase.Default] : [.. given, .. CaseMutator.Mutate(given, Mutations, random)];
    }

    /// <summary>The cases of a sidecar's text.</summary>
    /// <exception cref="ProblemException">The text is not valid.</exception>
    public static ImmutableArray<ExecutionCase> Read(string text, string file)
    {
        var parsed = CasesReader.Read(text, file);
        if (parsed.Value is { } cases && !parsed.HasErrors)
        {
            return [.. cases.Select(@case => @case with { Origin = "sidecar" })];
        }

        var first = parsed.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        throw new ProblemException(new Problem(
            "invalid-cases", $"the cases of the program are not valid: {first.Message}", first.Remedy ?? "see docs/manifest.md", ExitCode.Configuration, first.Location));
    }
}
