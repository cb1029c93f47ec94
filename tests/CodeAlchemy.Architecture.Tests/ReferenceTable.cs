using System.Xml.Linq;
using Xunit;

namespace CodeAlchemy.Architecture.Tests;

/// <summary>Holds the reference table of docs/architecture.md: who may see whom.</summary>
public sealed class ReferenceTable
{
    private static readonly string Root = FindRoot();
    private static readonly string[] Rooms = ["src", "lsp"];

    // Everything may see Abstractions; what is listed is allowed, the rest is not.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Abstractions"] = [],
        ["Manifests"] = [],
        ["Prompts"] = [],
        ["Text"] = [],
        ["Models"] = [],
        ["Storage"] = [],
        ["Grounded"] = [],
        ["Syntax"] = [],
        ["Scoring"] = ["Syntax", "Text"],
        ["Execution"] = ["Syntax"],
        ["PluginHost"] = ["Manifests"],
        ["Pipeline"] = ["Storage", "Text"],
        ["Workspace"] = ["Manifests", "Prompts", "Text", "Models", "Storage", "Grounded", "Syntax", "Scoring", "Execution", "PluginHost", "Pipeline"],
        ["Cli"] = ["Workspace"],
        ["LanguageServer"] = ["Workspace"],
    };

    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Manifests"] = ["YamlDotNet"],
        ["Cli"] = ["System.CommandLine", "Spectre.Console"],
        ["Models"] = ["OpenAI"],
    };

    public static TheoryData<string> Projects() =>
        new(Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Root, room), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal));

    public static TheoryData<string> Plugins() =>
        new(Directory.EnumerateFiles(Path.Combine(Root, "plugins"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_table_allows(string project)
    {
        var name = Short(project);
        Assert.True(Allowed.ContainsKey(name), $"{name} is not in the table: add it there and to docs/architecture.md");
        var references = References(project, "ProjectReference").Select(Short).Where(reference => reference != "Abstractions");
        Assert.Empty(references.Except(Allowed[name]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_is_seen_by_the_project_that_hides_it_and_by_no_other(string project)
    {
        var allowed = Packages.GetValueOrDefault(Short(project), []);
        Assert.Empty(References(project, "PackageReference").Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_sees_abstractions_and_grounded_only(string project) =>
        Assert.Empty(References(project, "ProjectReference").Select(Short).Except(["Abstractions", "Grounded"]));

    [Fact]
    public void The_kit_for_authors_sees_abstractions_and_grounded_only_and_no_package()
    {
        const string Kit = "tests/CodeAlchemy.Testing/CodeAlchemy.Testing.csproj";

        Assert.Equal(["Abstractions", "Grounded"], References(Kit, "ProjectReference").Select(Short).Order(StringComparer.Ordinal));
        Assert.Empty(References(Kit, "PackageReference"));
    }

    [Fact]
    public void The_host_names_no_plugin()
    {
        var ids = Directory.EnumerateFiles(Path.Combine(Root, "plugins"), "plugin.yaml", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!));
        // A single letter stands in quotes for many things, bash is also the shell of scripts and of completions, and markdown the text of hovers; Grounded is a library for plugins and knows languages' conventions.
        var quoted = ids.Where(id => id.Length > 1 && id is not ("bash" or "markdown")).Select(id => $"\"{id}\"").ToArray();
        Assert.NotEmpty(quoted);
        var found = Sources()
            .Where(file => !file.Contains("/CodeAlchemy.Grounded/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(place => !place.line.TrimStart().StartsWith("///", StringComparison.Ordinal) && quoted.Any(place.line.Contains))
            .Select(place => $"{Path.GetRelativePath(Root, place.file)}:{place.number}: {place.line.Trim()}");
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Console.", "src/CodeAlchemy.Cli/", "lsp/CodeAlchemy.LanguageServer/Program.cs")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("Process.Start(", "src/CodeAlchemy.Execution/")]
    public void A_banned_symbol_stays_in_its_room(string symbol, params string[] rooms)
    {
        var found = Sources()
            .Select(file => (path: Path.GetRelativePath(Root, file), text: File.ReadAllText(file)))
            .Where(file => !rooms.Any(room => file.path.StartsWith(room, StringComparison.Ordinal)))
            .Where(file => System.Text.RegularExpressions.Regex.IsMatch(file.text, @"(?<![\w.])" + System.Text.RegularExpressions.Regex.Escape(symbol)))
            .Select(file => file.path);
        Assert.Empty(found);
    }

    private static IEnumerable<string> Sources() =>
        Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> References(string project, string element) =>
        XDocument.Load(Path.Combine(Root, project)).Descendants(element).Select(node => (string)node.Attribute("Include")!);

    private static string Short(string project) =>
        Path.GetFileNameWithoutExtension(project.Replace('\\', '/')).Replace("CodeAlchemy.", string.Empty, StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests run below the folder of the solution");
    }
}
