using System.Text.RegularExpressions;

namespace CodeAlchemy.PluginHost;

/// <summary>Order of versions as https://semver.org/#spec-item-11 says, with up to four numbers, as packages have them.</summary>
internal static partial class SemanticVersion
{
    /// <summary>Compares two versions; build metadata does not count.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(Compare);

    /// <summary>Whether a text is a version.</summary>
    public static bool IsVersion(string text) => Version().IsMatch(text);

    /// <summary>Whether two texts mean the same version.</summary>
    public static bool Same(string left, string right) => IsVersion(left) && IsVersion(right) && Compare(left, right) == 0;

    private static int Compare(string? left, string? right)
    {
        var (a, b) = (Split(left ?? ""), Split(right ?? ""));
        for (var i = 0; i < 4; i++)
        {
            var order = CompareNumbers(a.Numbers.ElementAtOrDefault(i) ?? "0", b.Numbers.ElementAtOrDefault(i) ?? "0");
            if (order != 0)
            {
                return order;
            }
        }

        return a.Labels.Length == 0 || b.Labels.Length == 0 ? b.Labels.Length.CompareTo(a.Labels.Length) : CompareLabels(a.Labels, b.Labels);
    }

    private static (string[] Numbers, string[] Labels) Split(string text)
    {
        var core = text.Split('+')[0];
        var dash = core.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (core.Split('.'), []) : (core[..dash].Split('.'), core[(dash + 1)..].Split('.'));
    }

    private static int CompareLabels(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var (isLeft, isRight) = (left[i].All(char.IsAsciiDigit), right[i].All(char.IsAsciiDigit));
            var order = isLeft && isRight ? CompareNumbers(left[i], right[i])
                : isLeft != isRight ? (isLeft ? -1 : 1)
                : string.Compare(left[i], right[i], StringComparison.OrdinalIgnoreCase);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareNumbers(string left, string right)
    {
        var (a, b) = (left.TrimStart('0'), right.TrimStart('0'));
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
    }

    [GeneratedRegex(@"^\d{1,18}(\.\d{1,18}){0,3}(-[0-9A-Za-z.-]{1,200})?(\+[0-9A-Za-z.-]{1,200})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
