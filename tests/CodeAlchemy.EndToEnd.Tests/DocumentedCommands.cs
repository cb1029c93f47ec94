using System.Text.RegularExpressions;

namespace CodeAlchemy.EndToEnd.Tests;

/// <summary>The commands in the <c>sh</c> blocks of a page.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>A section of the second level, up to the next one or to the end of the page.</summary>
    public static string Section(string page, string title)
    {
        var start = page.IndexOf($"## {title}\n", StringComparison.Ordinal);
        var next = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return next < 0 ? page[start..] : page[start..next];
    }

    public static string[] In(string text) => [.. Block().Matches(text).Select(block => block.Groups[1].Value)];

    [GeneratedRegex(@"^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
