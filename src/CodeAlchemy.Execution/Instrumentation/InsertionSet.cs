using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>The parsed insertions of a tracer by name. Immutable.</summary>
internal sealed class InsertionSet
{
    private readonly ImmutableDictionary<string, InsertionTemplate> _templates;

    /// <exception cref="ProblemException">An insertion holds a newline: it would move the program's lines.</exception>
    public InsertionSet(LanguageDefinition language, InstrumentDefinition definition)
    {
        foreach (var (name, text) in definition.Insertions)
        {
            if (text.AsSpan().ContainsAny('\n', '\r'))
            {
                throw new ProblemException(new Problem(
                    "insertion-newline",
                    $"Insertion '{name}' of language plugin '{language.Id}' holds a newline.",
                    "Write it on one line; long code belongs into the run-time file.",
                    ExitCode.Plugin));
            }
        }

        _templates = definition.Insertions.ToImmutableDictionary(p => p.Key, p => InsertionTemplate.Parse(p.Value));
    }

    /// <summary>The insertion of a name, <c>name.variant</c> before plain <c>name</c>; <see langword="null"/> when there is none.</summary>
    public InsertionTemplate? Find(string name, string? variant = null) =>
        (variant is null ? null : _templates.GetValueOrDefault($"{name}.{variant}")) ?? _templates.GetValueOrDefault(name);

    /// <summary>Whether there is an insertion of exactly this name.</summary>
    public bool Has(string name) => _templates.ContainsKey(name);
}
