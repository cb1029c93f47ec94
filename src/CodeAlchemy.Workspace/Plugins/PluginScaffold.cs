using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>
/// Writes the first files of a plugin from the bodies in <c>templates/scaffold/&lt;kind&gt;</c>. A body is a file with <c>.body</c> after its name,
/// so that nothing takes it for what it will be; <c>@id@</c>, <c>@name@</c>, <c>@class@</c>, <c>@extension@</c>, <c>@license@</c> and
/// <c>@host@</c> are replaced in texts and names.
/// </summary>
internal sealed partial class PluginScaffold(string bodies)
{
    private const string Suffix = ".body";

    public ImmutableArray<string> Write(ScaffoldRequest request)
    {
        Check(request);
        var values = Values(request);
        var source = Path.Combine(bodies, PluginKey.NameOf(request.Kind));
        var files = Directory.EnumerateFiles(source, "*" + Suffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path: Fill(Path.GetRelativePath(source, file)[..^Suffix.Length].Replace('\\', '/'), values), Text: Fill(File.ReadAllText(file), values)))
            .ToImmutableArray();
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(request.Directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text, new UTF8Encoding(false));
        }

        return [.. files.Select(file => file.Path)];
    }

    private static void Check(ScaffoldRequest request)
    {
        if (!PluginFolders.IsId(request.Id))
        {
            throw Mistake($"'{request.Id}' can't be the id of a plugin.", "Use lower-case letters, digits and '-'; begin with a letter.");
        }

        if (request.Extension is { } extension && !Extension().IsMatch(extension))
        {
            throw Mistake($"'{extension}' is no file name ending.", "Write a dot and lower-case letters, for example .lua.");
        }

        if (new[] { request.Name ?? "", request.License }.Any(text => !Line().IsMatch(text)))
        {
            throw Mistake("A name or licence holds characters that it can't hold.", "Use letters, digits, spaces and .,()+#'-.");
        }

        if (Directory.Exists(request.Directory) && Directory.EnumerateFileSystemEntries(request.Directory).Any())
        {
            throw Mistake($"'{request.Directory}' is there and not empty.", "Name another folder with --output.");
        }
    }

    private static Dictionary<string, string> Values(ScaffoldRequest request)
    {
        var words = request.Id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]).ToArray();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = request.Id,
            ["name"] = string.IsNullOrWhiteSpace(request.Name) ? string.Join(' ', words) : request.Name,
            ["class"] = string.Concat(words),
            ["extension"] = request.Extension ?? "." + request.Id,
            ["license"] = request.License,
            ["host"] = $">={HostContract.Version} <2.0",
        };
    }

    private static string Fill(string text, Dictionary<string, string> values) =>
        Placeholder().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);

    private static ProblemException Mistake(string message, string remedy) => new(new Problem("plugin-new", message, remedy, ExitCode.Usage));

    [GeneratedRegex("@([a-z]+)@", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\.[a-z0-9][a-z0-9.+_-]{0,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^[\p{L}\p{N} .,()+#'-]{0,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
