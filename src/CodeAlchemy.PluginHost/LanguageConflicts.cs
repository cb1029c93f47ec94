using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Finds file name endings and interpreters that several languages claim.</summary>
internal static class LanguageConflicts
{
    public static IEnumerable<Diagnostic> Find(IEnumerable<PluginCandidate> candidates)
    {
        var languages = candidates.Where(candidate => candidate.Plugin?.Language is not null).ToArray();
        return Conflicts(languages, "file name ending", language => language.Extensions)
            .Concat(Conflicts(languages, "interpreter", language => language.Shebangs));
    }

    private static IEnumerable<Diagnostic> Conflicts(
        IReadOnlyList<PluginCandidate> languages, string what, Func<LanguageDefinition, IEnumerable<string>> names) =>
        languages
            .SelectMany(candidate => names(candidate.Plugin!.Language!).Distinct().Select(name => (name, candidate)))
            .GroupBy(pair => pair.name, pair => pair.candidate)
            .Where(group => group.Count() > 1)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Diagnostic(
                PluginCodes.Ambiguous,
                DiagnosticSeverity.Warning,
                $"The {what} '{group.Key}' is claimed by the languages {string.Join(" and ", group.Select(candidate => candidate.Id))}; the first of the lowest layer gets it.",
                new TextLocation(group.Last().Manifest)));
}
