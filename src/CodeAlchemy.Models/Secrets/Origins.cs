namespace CodeAlchemy.Models.Secrets;

/// <summary>Scheme, host and port of an address, as it is compared.</summary>
internal static class Origins
{
    public static string Of(Uri address) => address.GetLeftPart(UriPartial.Authority).ToLowerInvariant();

    public static bool Same(Uri one, Uri other) => Of(one) == Of(other);

    /// <summary>Whether a secret sent there can be read by others on the way.</summary>
    public static bool IsOpen(Uri address) => address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback;
}
