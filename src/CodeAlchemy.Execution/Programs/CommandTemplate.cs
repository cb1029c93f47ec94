using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>Fills the placeholders of a plugin's commands (docs/language-plugins.md).</summary>
internal sealed partial record CommandTemplate
{
    /// <summary>Id of the plugin.</summary>
    public required string Plugin { get; init; }

    /// <summary>Path of the program inside the sandbox; empty where there is none.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>Name of the program's entry; empty when the language has none.</summary>
    public string Entry { get; init; } = string.Empty;

    /// <summary>Memory a program may use, in bytes.</summary>
    public long Memory { get; init; }

    /// <summary>Where <c>{out}</c> points.</summary>
    public string Out { get; init; } = "/out";

    /// <summary>Where <c>{prepared}</c> points; while preparing, the folder that can be written.</summary>
    public string? Prepared { get; init; }

    /// <summary>Ids of the other plugins that a language's commands name by <c>{plugin:id}</c> or <c>{prepared:id}</c>.</summary>
    public static IEnumerable<string> OtherPlugins(LanguageDefinition language) => language.AllCommands()
        .SelectMany(c => c)
        .SelectMany(p => Placeholder().Matches(p))
        .Select(m => m.Groups["other"].Value)
        .Where(o => o.Length > 0 && o != language.Id)
        .Distinct();

    /// <summary>Whether some command names a placeholder.</summary>
    public static bool Uses(IEnumerable<ImmutableArray<string>> commands, string placeholder) =>
        commands.Any(c => c.Any(p => p.Contains(placeholder, StringComparison.Ordinal)));

    /// <summary>The command with its placeholders filled; other braces stay as they are.</summary>
    public ImmutableArray<string> Fill(ImmutableArray<string> command) => [.. command.Select(Fill)];

    private string Fill(string part) => Placeholder().Replace(part, m => Value(m.Groups["name"].Value, m.Groups["other"].Value, m.Value));

    private string Value(string name, string other, string whole) => (name, other) switch
    {
        ("file", "") => File,
        ("name", "") => Path.GetFileNameWithoutExtension(File),
        ("entry", "") => Entry,
        ("out", "") => Out,
        ("memory", "") => (Memory >> 20).ToString(CultureInfo.InvariantCulture),
        ("plugin", "") => $"/plugins/{Plugin}",
        ("plugin", _) => $"/plugins/{other}",
        ("plugins", "") => "/plugins",
        ("prepared", "") => Prepared ?? $"/prepared/{Plugin}",
        ("prepared", _) => $"/prepared/{other}",
        _ => whole,
    };

    [GeneratedRegex(@"\{(?<name>[a-z]+)(:(?<other>[a-z0-9-]+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
