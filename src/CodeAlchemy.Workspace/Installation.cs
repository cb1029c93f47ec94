using System.Collections.Concurrent;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.PluginHost;
using CodeAlchemy.Prompts;
using CodeAlchemy.Syntax;
using CodeAlchemy.Workspace.Cases;
using CodeAlchemy.Workspace.Chat;
using CodeAlchemy.Workspace.Execution;
using CodeAlchemy.Workspace.Plugins;
using CodeAlchemy.Workspace.Prompts;
using CodeAlchemy.Workspace.Workbench;

namespace CodeAlchemy.Workspace;

/// <summary>The composition root: every room once, made on first use. Thread-safe.</summary>
internal sealed class Installation : IDisposable
{
    private readonly Lazy<SyntaxService> _syntaxService;
    private readonly Lazy<ProgramRoom> _programs;
    private readonly StrategyLoader _strategies = new();
    private readonly ConcurrentDictionary<string, string> _hashes = new(StringComparer.Ordinal);

    public Installation(WorkspaceOptions options)
    {
        Options = options;
        Room = new PluginRoom(options);
        Plugins = PluginDiscovery.Discover(Room.Discovery());
        Templates = TemplateLayers.Of(options, Plugins);
        _syntaxService = new Lazy<SyntaxService>(() => new SyntaxService(new SyntaxOptions(
            Path.Combine(options.Root, ".deps", "native"), Path.Combine(options.Root, ".deps", "node_modules"))));
        Syntax = new LanguageSyntax(Plugins, _syntaxService);
        Languages = new CatalogLanguages(Plugins);
        _programs = new Lazy<ProgramRoom>(() => ProgramRoom.Create(options, Plugins, _syntaxService, HashOf));
    }

    public WorkspaceOptions Options { get; }

    public PluginRoom Room { get; }

    public PluginCatalog Plugins { get; }

    /// <summary>Templates without those of a manifest.</summary>
    public TemplateLayers Templates { get; }

    public LanguageSyntax Syntax { get; }

    public CatalogLanguages Languages { get; }

    public SyntaxService SyntaxService => _syntaxService.Value;

    public ProgramRoom Programs => _programs.Value;

    /// <summary>Loads the strategy a manifest names and checks its options.</summary>
    public StrategyInstance LoadStrategy(StrategySection section)
    {
        var plugin = Plugins.Require(PluginKind.Strategy, section.Id);
        var options = StrategyOptions.Apply(plugin.Strategy!.Options, section.Options, section.Location);
        if (options.Value is not { } value || options.HasErrors)
        {
            var error = options.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new ProblemException(new Problem(error.Code, error.Message, error.Remedy ?? "see docs/manifest.md", ExitCode.Configuration, error.Location));
        }

        return new StrategyInstance(plugin.Id, plugin.Version, HashOf(plugin), _strategies.Load(plugin), value);
    }

    /// <summary>Templates for a manifest: those in <c>templates</c> beside it come first.</summary>
    public TemplateLayers TemplatesFor(string? manifest) =>
        manifest is null ? Templates : Templates.With("manifest", Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifest))!, "templates"));

    /// <summary>What decides about rows beside the manifest and the strategies: language plugins and templates, name → hash.</summary>
    public ImmutableSortedDictionary<string, string> Fingerprint(TemplateStore templates)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var plugin in Plugins.All.Where(plugin => plugin.Kind == PluginKind.Language))
        {
            parts[$"language/{plugin.Id}"] = HashOf(plugin);
        }

        foreach (var path in templates.Paths())
        {
            parts[$"template/{path}"] = templates.HashOf(path);
        }

        return parts.ToImmutable();
    }

    /// <summary>The factory of workbenches for a run.</summary>
    /// <param name="run">Limits and isolation.</param>
    /// <param name="templates">Templates.</param>
    /// <param name="models">Opens the models, given the file for their replies.</param>
    public WorkbenchFactory Workbenches(RunSection run, TemplateStore templates, Func<string, RunModels> models)
    {
        var execution = new ExecutionOptions { Isolation = run.Isolation, Limits = run.Limits, Trace = run.Trace };
        return new WorkbenchFactory(this, templates, execution, run.Processes > 0 ? run.Processes : Environment.ProcessorCount, models);
    }

    /// <summary>Refuses a run whose isolation this machine doesn't offer, before anything is planned.</summary>
    /// <exception cref="ProblemException">Something is missing (exit 7).</exception>
    public void RequireIsolation(IsolationLevel isolation) => Programs.Sandbox.Require(isolation);

    public void Dispose()
    {
        Room.Dispose();
        if (_programs.IsValueCreated)
        {
            _programs.Value.Dispose();
        }

        if (_syntaxService.IsValueCreated)
        {
            _syntaxService.Value.Dispose();
        }
    }

    private string HashOf(PluginDefinition plugin) => HashOf(plugin.Directory);

    private string HashOf(string directory) => _hashes.GetOrAdd(directory, PluginContent.Hash);
}
