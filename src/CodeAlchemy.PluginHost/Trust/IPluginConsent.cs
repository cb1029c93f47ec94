namespace CodeAlchemy.PluginHost.Trust;

/// <summary>Asks a person whether a plugin may run code.</summary>
public interface IPluginConsent
{
    /// <summary>Asks.</summary>
    /// <returns>Whether it may.</returns>
    ValueTask<bool> Ask(ConsentQuestion question, CancellationToken cancellationToken);
}
