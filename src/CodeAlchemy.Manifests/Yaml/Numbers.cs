using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeAlchemy.Manifests.Yaml;

/// <summary>Numbers of the YAML 1.2 core schema, without octal, hexadecimal, infinity and not-a-number.</summary>
internal static partial class Numbers
{
    public static bool TryInteger(string text, out long value)
    {
        value = 0;
        return Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryNumber(string text, out double value)
    {
        value = 0;
        return Number().IsMatch(text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    [GeneratedRegex(@"\A[-+]?[0-9]{1,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
