using System.Text.RegularExpressions;

namespace CodeAlchemy.Execution.Toolchains;

/// <summary>Versions as tools print them.</summary>
internal static partial class ToolVersion
{
    /// <summary>The first version number in a text; empty when there is none.</summary>
    public static string Extract(string text)
    {
        var dotted = Dotted().Match(text);
        return dotted.Success ? dotted.Value : Digits().Match(text).Value;
    }

    /// <summary>Whether a version is at least another; unknown versions are.</summary>
    public static bool IsAtLeast(string version, string? atLeast)
    {
        if (atLeast is null || version.Length == 0)
        {
            return true;
        }

        var have = Parts(version);
        var want = Parts(atLeast);
        for (var i = 0; i < want.Length; i++)
        {
            var part = i < have.Length ? have[i] : 0;
            if (part != want[i])
            {
                return part > want[i];
            }
        }

        return true;
    }

    private static long[] Parts(string version) =>
        [.. Digits().Matches(version).Select(m => long.TryParse(m.Value, out var part) ? part : long.MaxValue)];

    [GeneratedRegex(@"\d+(\.\d+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
