using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;

namespace CodeAlchemy.Workspace.Workbench;

/// <summary>Tells from an outline which libraries a file imports.</summary>
internal static class ImportedLibraries
{
    private const int LongestName = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Their names, each once, in ordinal order. A name that takes the plugin's expression too long is no library.</summary>
    public static ImmutableArray<string> Of(LanguageDefinition language, SourceOutline outline) =>
    [
        .. outline.Imports.Select(import => import.Name).Where(name => name.Length is > 0 and <= LongestName).Distinct()
            .Select(name => Library(language.Library, name)).OfType<string>().Where(name => name.Length > 0)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static string? Library(string? expression, string name)
    {
        if (expression is null)
        {
            return name;
        }

        try
        {
            // The static cache of expressions holds those of the languages in use.
            var match = Regex.Match(name, expression, RegexOptions.CultureInvariant, Longest);
            return !match.Success ? null : match.Groups[match.Groups.Count > 1 ? 1 : 0].Value;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
