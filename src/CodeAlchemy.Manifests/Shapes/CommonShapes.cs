using CodeAlchemy.Abstractions.Hosting;
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

    /// <summary>The address of a server, without a user or a password in it.</summary>
    public static Shape<Uri> WebAddress { get; } =
        new ScalarShape<Uri>("a web address", ParseAddress, () => new JsonObject { ["type"] = "string", ["pattern"] = "^https?://[^@\\s]+$" });

    private static ScalarFault? ParseAddress(ScalarNode node, out Uri value)
    {
        var read = Uri.TryCreate(node.Text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0;
        value = read ? address! : new Uri("about:blank");
        return !read ? ScalarFault.Bad($"must be a web address, not '{Scalars.Shorten(Secrets.Redact(node.Text))}'.", "For example http://127.0.0.1:8000/v1.")
            : value.UserInfo.Length > 0 ? ScalarFault.Bad("must not hold a user or a password.", "Take it out, and bind a credential in your own configuration.")
            : null;
    }

    private static ScalarFault? ParseVersion(ScalarNode node, out string value)
    {
        value = node.Text;
        return value == Version ? null
            : Known().IsMatch(value) ? new ScalarFault(DiagnosticCodes.UnsupportedVersion, $"is '{Scalars.Shorten(value)}', but this version reads {Version}.", "Use a version of the tool that knows it.")
            : ScalarFault.Bad($"must be {Version}, not '{Scalars.Shorten(value)}'.", suggestion: Suggestion.ReplaceBy(Version));
    }

    [GeneratedRegex(@"^codealchemy/v\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
