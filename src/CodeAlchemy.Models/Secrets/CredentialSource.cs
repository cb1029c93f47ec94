using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Models.Secrets;

/// <summary>
/// Credentials from bindings of the user's configuration. <c>OPENAI_API_KEY</c> is bound to the origin of <c>OPENAI_BASE_URL</c>
/// (by default OpenAI's own) and is used there also when the manifest names no credential. Immutable.
/// </summary>
public sealed class CredentialSource : ICredentialSource
{
    /// <summary>Name of the credential that the environment gives.</summary>
    public const string EnvironmentName = "OPENAI_API_KEY";

    private const string DefaultBase = "https://api.openai.com/v1";
    private readonly ImmutableArray<CredentialBinding> _bindings;

    /// <summary>Creates a source.</summary>
    /// <param name="bindings">The user's bindings. A name may be bound to several origins.</param>
    public CredentialSource(IEnumerable<CredentialBinding> bindings) => _bindings = [.. bindings];

    /// <summary>Bindings of the configuration and of the environment.</summary>
    /// <param name="bindings">The user's bindings.</param>
    /// <param name="variable">Gives an environment variable.</param>
    public static CredentialSource FromEnvironment(IEnumerable<CredentialBinding> bindings, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var address = variable("OPENAI_BASE_URL") is { Length: > 0 } text ? text : DefaultBase;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var origin))
        {
            throw Refused($"OPENAI_BASE_URL is '{address}', which is not an address", "Set it to an address such as https://host/v1, or unset it.");
        }

        var key = variable(EnvironmentName);
        return new(key is { Length: > 0 } ? [.. bindings, new(EnvironmentName, origin, key, $"environment variable {EnvironmentName}")] : bindings);
    }

    /// <summary>All secrets, for the <see cref="Redactor"/>.</summary>
    public IEnumerable<string> Secrets => _bindings.Select(binding => binding.Secret).OfType<string>();

    /// <inheritdoc/>
    public string? Secret(string? credential, Uri origin)
    {
        var named = _bindings.Where(binding => binding.Name == (credential ?? EnvironmentName)).ToArray();
        var bound = Array.Find(named, binding => Origins.Same(binding.Origin, origin));
        return (credential, bound) switch
        {
            (null, _) => bound?.Secret,
            (_, { Secret: { Length: > 0 } secret }) => secret,
            (_, not null) => throw Refused($"credential '{credential}' has no secret: the {bound.From} is empty", $"Set the {bound.From}."),
            _ when named.Length == 0 => throw Refused($"there is no credential '{credential}' in your configuration", $"Bind it there to {Origins.Of(origin)}, or take 'credential' out of the manifest."),
            _ => throw Refused(
                $"credential '{credential}' is bound to {string.Join(", ", named.Select(binding => Origins.Of(binding.Origin)))} and not to {Origins.Of(origin)}; its secret was not sent",
                $"If you trust {Origins.Of(origin)}, bind the credential to it in your configuration."),
        };
    }

    private static ProblemException Refused(string message, string remedy) => new(new Problem("credential", message, remedy, ExitCode.Configuration));
}
