using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.PluginHost;

/// <summary>Makes the failures of this room.</summary>
internal static class PluginFaults
{
    /// <summary>The plugin is at fault (exit 6).</summary>
    public static ProblemException Plugin(string code, string message, string remedy, TextLocation? location = null, Exception? inner = null) =>
        new(new Problem(code, message, remedy, ExitCode.Plugin, location), inner);

    /// <summary>Something around the plugin failed: the network, a disk, another process (exit 1).</summary>
    public static ProblemException Failure(string code, string message, string remedy, Exception? inner = null) =>
        new(new Problem(code, message, remedy, ExitCode.Failure), inner);

    /// <summary>The configuration or the command is at fault.</summary>
    public static ProblemException Mistake(string code, string message, string remedy, ExitCode exit = ExitCode.Usage) =>
        new(new Problem(code, message, remedy, exit));
}
