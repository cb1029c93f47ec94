using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>How a <see cref="ProgramExecutor"/> works.</summary>
public sealed record ProgramExecutorOptions
{
    /// <summary>Absolute path of a folder for what is built: compiled programs, prepared plugins. Shared by all processes of the user.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Most bytes of that folder; what was used longest ago goes first.</summary>
    public long CacheBytes { get; init; } = 4L << 30;

    /// <summary>Finds another language by id, for plugins that build on another's parts; <see langword="null"/> when unknown.</summary>
    public Func<string, LanguageDefinition?> Languages { get; init; } = _ => null;

    /// <summary>Identifies what a plugin's folder holds: what is built with it is built anew when that changes. Called from several threads.</summary>
    public required Func<string, string> PluginContent { get; init; }

    /// <summary>Limits of compiling and of preparing a plugin; those of programs come with each call.</summary>
    public SandboxLimits CompileLimits { get; init; } = new()
    {
        Processor = TimeSpan.FromSeconds(120),
        Wall = TimeSpan.FromSeconds(180),
        Memory = 3L << 30,
        Processes = 512,
        FileSize = 512L << 20,
        Disk = 1L << 30,
        Inodes = 16384,
    };
}
