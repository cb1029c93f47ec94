using System.Text;
using System.Text.RegularExpressions;

namespace CodeAlchemy.PromptConformance;

/// <summary>Reads tests: numbered folders of <c>NAME.txt</c> and <c>NAME.out.txt</c>, and examples in Markdown pages.</summary>
internal static partial class Examples
{
    public static IEnumerable<Example> Read(string path) =>
        Directory.GetFiles(path, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Page)
            .Concat(Directory.GetFiles(path, "*.out.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Pair));

    private static Example Pair(string expectedFile)
    {
        var inputFile = expectedFile[..^".out.txt".Length] + ".txt";
        var expected = Normalize(File.ReadAllText(expectedFile));
        var folder = Path.GetFileName(Path.GetDirectoryName(expectedFile))!;
        var template = Normalize(File.ReadAllText(inputFile));
        return new Example(folder, Path.GetFileName(inputFile), template, expected, IsError(expected), Scope(folder, inputFile, template));
    }

    private static string? Scope(string folder, string file, string template) =>
        folder.Contains("liquid", StringComparison.Ordinal) ? "Liquid, another language"
        : folder.Contains("ast", StringComparison.Ordinal) ? "a dump of the upstream syntax tree, not a rendering"
        : file.Contains("scientific", StringComparison.Ordinal) ? "the scientific dialect"
        : template.Contains("special_", StringComparison.Ordinal) ? "functions of the host"
        : null;

    private static bool IsError(string expected) => ErrorLine().IsMatch(expected);

    // Pages show a template in one fence and its output in the next; the delimiters of code are escaped for the site.
    private static IEnumerable<Example> Page(string file)
    {
        var lines = File.ReadAllLines(file).Select(l => l.TrimEnd().Replace("{{ \"{{\" }}", "{{", StringComparison.Ordinal).Replace("{{ \"}}\" }}", "}}", StringComparison.Ordinal)).ToArray();
        var name = Path.GetFileNameWithoutExtension(file);
        StringBuilder? fence = null;
        string? template = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (fence is null)
            {
                fence = lines[i].StartsWith("```scriban-html", StringComparison.Ordinal) || (template is not null && lines[i].StartsWith("```html", StringComparison.Ordinal)) ? new StringBuilder() : null;
                template = fence is not null && lines[i].StartsWith("```scriban", StringComparison.Ordinal) ? null : template;
            }
            else if (lines[i] != "```")
            {
                fence.Append(lines[i]).Append('\n');
            }
            else if (template is null)
            {
                (template, fence) = (fence.ToString(), null);
            }
            else
            {
                yield return new Example("pages/" + name, $"{name}:{i + 1}", template, fence.ToString(), false, null);
                (template, fence) = (null, null);
            }
        }
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^\S*\(\d+,\d+\) : error : |ScriptRuntimeException|ScriptParserRuntimeException")]
    private static partial Regex ErrorLine();
}
