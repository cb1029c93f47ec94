using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Network;

/// <summary>Which web addresses plugins may come from.</summary>
internal static class WebAddress
{
    /// <summary>Refuses what is not https, but for this machine itself, and what holds a user or a password.</summary>
    /// <exception cref="ProblemException">The address is refused (exit 2).</exception>
    public static void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw PluginFaults.Mistake(PluginCodes.Source, $"Plugins come over https, not from {address.GetLeftPart(UriPartial.Authority)}.", "Use the https address.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw PluginFaults.Mistake(PluginCodes.Reference, "A web address must not hold a user or a password, since the lock file would hold it too.", "Take it out; a feed can name a credential (docs/plugins.md).");
        }
    }

    /// <summary>Whether two addresses have scheme, host and port in common.</summary>
    public static bool SameOrigin(Uri left, Uri right) =>
        Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
