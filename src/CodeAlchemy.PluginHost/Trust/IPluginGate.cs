using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost.Trust;

/// <summary>Decides whether a plugin that was found may be taken.</summary>
public interface IPluginGate
{
    /// <summary>Why a plugin may not be taken, or <see langword="null"/>. Reads its files and loads nothing.</summary>
    Diagnostic? Refuse(PluginDefinition plugin);
}
