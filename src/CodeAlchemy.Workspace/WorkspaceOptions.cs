using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.PluginHost;

namespace CodeAlchemy.Workspace;

/// <summary>Where things are. Immutable; paths are absolute.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>Version of the tool, for provenance and fingerprints.</summary>
    public static string ToolVersion { get; } =
        typeof(WorkspaceOptions).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Folder of the installation: holds <c>plugins</c>, <c>templates</c> and <c>.deps</c>.</summary>
    public required string Root { get; init; }

    /// <summary>The user's folder (<c>CODEALCHEMY_HOME</c>).</summary>
    public required string Home { get; init; }

    /// <summary>Folder for compiled programs and prepared tracers (<c>CODEALCHEMY_CACHE_DIR</c>); the sandbox's users must be able to read it.</summary>
    public required string Cache { get; init; }

    /// <summary>Folder of the project, whose <c>.codealchemy</c> may hold plugins and templates.</summary>
    public required string Project { get; init; }

    /// <summary>Ids of the plugins that may load; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? OnlyPlugins { get; init; }

    /// <summary>Whether a broken plugin is an error.</summary>
    public bool StrictPlugins { get; init; }

    /// <summary>Folder of a plugin that takes part although it is installed nowhere: the one that its author tests; or <see langword="null"/>.</summary>
    public string? PluginUnderTest { get; init; }

    /// <summary>The options that the environment gives.</summary>
    public static WorkspaceOptions FromEnvironment()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = Environment.IsPrivilegedProcess
            ? "/var/cache/codealchemy"
            : Path.Combine(user, ".cache", "codealchemy");
        return new WorkspaceOptions
        {
            Root = Variable("CODEALCHEMY_ROOT") ?? FindRoot(),
            Home = Variable("CODEALCHEMY_HOME") ?? Path.Combine(user, ".codealchemy"),
            Cache = Variable("CODEALCHEMY_CACHE_DIR") ?? cache,
            Project = WorkingDirectory(),
            OnlyPlugins = PluginHostOptions.ParseSelection(Environment.GetEnvironmentVariable(PluginHostOptions.SelectionVariable)),
        };
    }

    private static string WorkingDirectory()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException exception)
        {
            throw new ProblemException(
                new Problem("no-working-directory", "the working directory does not exist any more", "change to another folder and start again", ExitCode.Failure),
                exception);
        }
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? Path.GetFullPath(value) : null;

    // Started without the launcher (tests, debuggers): the installation is the folder above that holds the solution.
    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "plugins")) && Directory.Exists(Path.Combine(folder.FullName, "templates")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
