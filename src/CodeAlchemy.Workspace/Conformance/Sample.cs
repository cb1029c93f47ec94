using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Cases;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>One folder below a plugin's <c>samples/</c>: a program, its cases, and events that must occur.</summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Program">Path of the program.</param>
/// <param name="Cases">Its cases; one without arguments when none are written.</param>
internal sealed record Sample(string Name, string Program, ImmutableArray<ExecutionCase> Cases)
{
    /// <summary>The samples of a plugin, by name.</summary>
    /// <exception cref="ProblemException">A folder holds no program (exit 6).</exception>
    public static IEnumerable<Sample> Find(LanguageDefinition language)
    {
        var samples = Path.Combine(language.Directory, "samples");
        return Directory.Exists(samples)
            ? Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal).Select(folder => Read(language, folder))
            : [];
    }

    /// <summary>Expected events of a case, one JSON object a line; <see langword="null"/> when none are written for it.</summary>
    public string? Expected(ExecutionCase @case)
    {
        var folder = Path.GetDirectoryName(Program)!;
        var own = Path.Combine(folder, $"expected.{@case.Name}.jsonl");
        var first = Path.Combine(folder, "expected.jsonl");
        return File.Exists(own) ? File.ReadAllText(own)
            : @case.Name == Cases[0].Name && File.Exists(first) ? File.ReadAllText(first)
            : null;
    }

    private static Sample Read(LanguageDefinition language, string folder)
    {
        var program = Directory.EnumerateFiles(folder)
            .Where(file => language.Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal).FirstOrDefault();
        if (program is null)
        {
            throw new ProblemException(new Problem(
                "sample-without-program", $"The sample {folder} holds no program of {language.Name} (*{string.Join(", *", language.Extensions)}).", "Put a program there, or remove the folder.", ExitCode.Plugin, new TextLocation(folder)));
        }

        var cases = Path.Combine(folder, "cases.yaml");
        return new Sample(
            Path.GetFileName(folder), program, File.Exists(cases) ? CaseFinder.Read(File.ReadAllText(cases), cases) : [ExecutionCase.Default]);
    }
}
