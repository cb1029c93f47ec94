using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Tells the language of a file by the ending of its name, else by its first line. Immutable and thread-safe.</summary>
public sealed class LanguageDetector
{
    /// <summary>How many of a file's first bytes are looked at.</summary>
    public const int FirstBytes = 256;

    private readonly Dictionary<string, LanguageDefinition> _extensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LanguageDefinition> _interpreters = new(StringComparer.Ordinal);

    /// <summary>Creates the detector.</summary>
    /// <param name="languages">Languages; of two that claim the same name the earlier gets it.</param>
    public LanguageDetector(IEnumerable<LanguageDefinition> languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        foreach (var language in languages)
        {
            Claim(_extensions, language.Extensions, language);
            Claim(_interpreters, language.Shebangs, language);
        }
    }

    /// <summary>Tells the language.</summary>
    /// <param name="path">Path of the file; only its name counts, and case doesn't.</param>
    /// <param name="start">The file's first bytes, as many as there are up to <see cref="FirstBytes"/>; may be empty.</param>
    /// <returns>The language, or <see langword="null"/> when none recognises the file.</returns>
    public LanguageDefinition? Detect(string path, ReadOnlySpan<byte> start)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ByExtension(path) ?? ByFirstLine(start);
    }

    /// <summary>The longest ending wins, so that <c>.d.ts</c> may differ from <c>.ts</c>.</summary>
    private LanguageDefinition? ByExtension(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        for (var dot = name.IndexOf('.', Math.Min(1, name.Length)); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            if (_extensions.TryGetValue(name[dot..], out var language))
            {
                return language;
            }
        }

        return null;
    }

    private LanguageDefinition? ByFirstLine(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith("#!"u8))
        {
            return null;
        }

        var end = start.IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(end < 0 ? start : start[..end]);
        var interpreter = Interpreter(line[2..].Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return interpreter is null ? null : ByInterpreter(interpreter);
    }

    /// <summary>The program's name; behind <c>env</c> it follows the options and assignments.</summary>
    private static string? Interpreter(string[] words)
    {
        var program = words.Select(FileName).FirstOrDefault();
        return program is not "env"
            ? program
            : words.Skip(1).Where(word => !word.StartsWith('-') && !word.Contains('=')).Select(FileName).FirstOrDefault();
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary><c>python3.11</c> is also <c>python3</c> and <c>python</c>, whichever is claimed first.</summary>
    private LanguageDefinition? ByInterpreter(string name)
    {
        while (name.Length > 0)
        {
            if (_interpreters.TryGetValue(name, out var language))
            {
                return language;
            }

            if (!char.IsAsciiDigit(name[^1]) && name[^1] != '.')
            {
                return null;
            }

            name = name[..^1];
        }

        return null;
    }

    private static void Claim(Dictionary<string, LanguageDefinition> table, ImmutableArray<string> names, LanguageDefinition language)
    {
        foreach (var name in names)
        {
            table.TryAdd(name, language);
        }
    }
}
