namespace CodeAlchemy.PluginHost;

/// <summary>The contract between host and plugins.</summary>
public static class HostContract
{
    /// <summary>
    /// Version of <c>CodeAlchemy.Abstractions</c> as plugins see it, compared with <c>requires.host</c>. The second number grows with every
    /// addition, the first with every change that breaks a plugin.
    /// </summary>
    public const string Version = "1.0";
}
