using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Shapes;

/// <summary>What all documents share.</summary>
internal static partial class CommonShapes
{
    /// <summary>The only version of the formats.</summary>
    public const string Version = "codealchemy/v1";

    public static Shape<string> ApiVersion { get; } =
        new ScalarShape<string>(Version, ParseVersion, () => new JsonObject { ["const"] = Version });

    public static Shape<string> Id { get; } = Scalars.Matching("^[a-z][a-z0-9-]{0,63}$", "an id of lower-case letters, digits and '-' that begins with a letter");

    private static ScalarFault? ParseVersion(ScalarNode node, out string value)
    {
        value = node.Text;
        return value == Version ? null
            : Known().IsMatch(value) ? new ScalarFault(DiagnosticCodes.UnsupportedVersion, $"is '{Scalars.Shorten(value)}', but this version reads {Version}.", "Use a version of the tool that knows it.")
            : ScalarFault.Bad($"must be {Version}, not '{Scalars.Shorten(value)}'.");
    }

    [GeneratedRegex(@"^codealchemy/v\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
