using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Host;
using CodeAlchemy.Manifests;
using CodeAlchemy.PluginHost;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Locks;
using CodeAlchemy.PluginHost.Network;
using CodeAlchemy.PluginHost.Sources;
using CodeAlchemy.PluginHost.Trust;
using CodeAlchemy.Workspace.Chat;

namespace CodeAlchemy.Workspace.Plugins;

/// <summary>Where the plugins of this installation, its user and its project are, and what is known of them. Thread-safe.</summary>
internal sealed partial class PluginRoom : IDisposable
{
    private const string FeedsFile = "feeds.yaml";

    private readonly WorkspaceOptions _options;
    private readonly Lazy<Downloads> _downloads = new(() => new Downloads());

    public PluginRoom(WorkspaceOptions options)
    {
        _options = options;
        BuiltIn = new PluginLayer(PluginLayer.BuiltIn, Path.Combine(options.Root, "plugins"));
        User = new PluginPlace(new PluginLayer(PluginLayer.User, Path.Combine(options.Home, "plugins")), new LockStore(Path.Combine(options.Home, LockStore.FileName)));
        Project = new PluginPlace(
            new PluginLayer(PluginLayer.Project, Path.Combine(options.Project, ".codealchemy", "plugins")), new LockStore(Path.Combine(options.Project, LockStore.FileName)));
        Trust = new TrustStore(Path.Combine(options.Home, TrustStore.FileName));
    }

    public PluginLayer BuiltIn { get; }

    public PluginPlace User { get; }

    public PluginPlace Project { get; }

    public TrustStore Trust { get; }

    public IHostProgram Programs { get; } = new HostProgram();

    /// <summary>Sources of plugins; the network is touched when one of them needs it.</summary>
    public PluginSources Sources => new(_downloads.Value, Programs, Feeds, () => UserCredentials.Read(_options.Home, Environment.GetEnvironmentVariable));

    /// <summary>How plugins are found. Reads the lock files.</summary>
    /// <exception cref="ProblemException">A lock file is not as it must be (exit 5).</exception>
    public PluginHostOptions Discovery()
    {
        var locks = new Dictionary<string, PluginLock> { [PluginLayer.User] = User.Lock.Read(), [PluginLayer.Project] = Project.Lock.Read() };
        var locked = locks.SelectMany(pair => pair.Value.Plugins.Values.Select(plugin => (Layer: pair.Key, Plugin: plugin))).ToArray();
        return new PluginHostOptions
        {
            Layers = [BuiltIn, User.Layer, Project.Layer],
            Strict = _options.StrictPlugins,
            Selection = _options.OnlyPlugins is { } only ? [.. only] : null,
            Gate = new PluginGate(locks, Trust, IsKnownGrammar),
            Expected = [.. locked],
            Replacements = [.. locked.Where(entry => entry.Plugin.Replaces).Select(entry => entry.Plugin.Key)],
            Given = _options.PluginUnderTest,
        };
    }

    /// <summary>Whether a grammar's package came with the tool.</summary>
    public bool IsKnownGrammar(string package) =>
        PackageName().IsMatch(package) && Directory.Exists(Path.Combine(_options.Root, ".deps", "node_modules", package));

    public void Dispose()
    {
        if (_downloads.IsValueCreated)
        {
            _downloads.Value.Dispose();
        }
    }

    private IReadOnlyList<PluginFeed> Feeds()
    {
        var file = Path.Combine(_options.Home, FeedsFile);
        if (!File.Exists(file))
        {
            return [];
        }

        var parsed = FeedsReader.Read(File.ReadAllText(file), file);
        if (parsed.Value is { } feeds && !parsed.HasErrors)
        {
            return feeds;
        }

        var error = parsed.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        throw new ProblemException(new Problem(error.Code, error.Message, error.Remedy ?? "See docs/plugins.md.", ExitCode.Configuration, error.Location));
    }

    [GeneratedRegex("^(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PackageName();
}
