using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Syntax;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Finds what <c>{entry}</c> stands for: the main class or function, as the plugin's query captures it. Thread-safe.</summary>
internal sealed class EntryFinder(SyntaxService syntax)
{
    /// <summary><c>package.Name</c> or <c>Name</c>; empty when the language has no query or nothing was captured.</summary>
    public string Find(LanguageDefinition language, string text, CancellationToken cancellationToken) => Look(language, text, cancellationToken).Entry ?? string.Empty;

    /// <summary>Whether the query found an entry, or can't tell: there is none, or the text has syntax errors.</summary>
    public bool MayStart(LanguageDefinition language, string text, CancellationToken cancellationToken) =>
        Look(language, text, cancellationToken) is not { Entry: "", IsSound: true };

    private (string? Entry, bool IsSound) Look(LanguageDefinition language, string text, CancellationToken cancellationToken)
    {
        if (language.Entry is not { } query || language.Grammar is not { } grammar)
        {
            return (null, true);
        }

        using var tree = syntax.Parse(grammar, text, cancellationToken);
        if (tree is null)
        {
            return (null, false);
        }

        var captures = tree.Query(File.ReadAllText(Path.Combine(language.Directory, query)));
        var entry = First("entry");
        var package = First("package");
        return (entry.Length > 0 && package.Length > 0 ? $"{package}.{entry}" : entry, !tree.HasErrors);

        string First(string name) => captures.FirstOrDefault(c => c.Name == name).Node?.Text ?? string.Empty;
    }
}
