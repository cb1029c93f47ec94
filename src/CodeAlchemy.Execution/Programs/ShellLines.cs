using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>A plugin's commands as a person would type them in the program's folder. Pure.</summary>
public static class ShellLines
{
    /// <summary>The lines that compile and run a file; the last one runs it. None for a language that isn't run.</summary>
    /// <param name="language">The language.</param>
    /// <param name="fileName">Name of the file, without a folder.</param>
    public static ImmutableArray<string> Of(LanguageDefinition language, string fileName)
    {
        ArgumentNullException.ThrowIfNull(language);
        var template = new CommandTemplate
        {
            Plugin = language.Id,
            File = fileName,
            Entry = Path.GetFileNameWithoutExtension(fileName),
            Out = ".",
        };
        return language.Run.IsEmpty ? [] : [.. language.Compile.Add(language.Run).Select(command => Line(template, command))];
    }

    // What is sized for the sandbox's limits is no part of the language.
    private static string Line(CommandTemplate template, ImmutableArray<string> command) => string.Join(
        ' ', template.Fill([.. command.Where(part => !part.Contains("{memory}", StringComparison.Ordinal))]).Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=+,@%".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
