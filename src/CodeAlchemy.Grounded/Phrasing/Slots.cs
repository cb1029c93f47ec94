using System.Text.RegularExpressions;

namespace CodeAlchemy.Grounded.Phrasing;

internal static partial class Slots
{
    [GeneratedRegex(@"\{([a-z]+)\}")]
    public static partial Regex Pattern();
}
