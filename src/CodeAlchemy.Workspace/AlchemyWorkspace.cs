using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Conformance;
using CodeAlchemy.Workspace.Editing;
using CodeAlchemy.Workspace.Generation;
using CodeAlchemy.Workspace.Health;
using CodeAlchemy.Workspace.Plugins;
using CodeAlchemy.Workspace.Programs;
using CodeAlchemy.Workspace.Prompts;
using CodeAlchemy.Workspace.Reviews;
using CodeAlchemy.Workspace.Runs;

namespace CodeAlchemy.Workspace;

/// <summary>The façade of the tool: what the command line, an editor or a test may ask for. Thread-safe.</summary>
public sealed class AlchemyWorkspace : IDisposable
{
    private readonly Installation _installation;

    private AlchemyWorkspace(Installation installation)
    {
        _installation = installation;
        Runs = new RunService(installation);
        Programs = new ProgramService(installation);
        Doctor = new DoctorService(installation);
        Conformance = new ConformanceService(installation);
        Prompts = new PromptService(installation);
        Reviews = new ReviewService(TimeProvider.System);
        Exports = new ExportService(installation, Reviews);
        PluginManager = new PluginService(installation);
        Documents = new EditorDocuments(installation);
        Editor = new EditorService(installation, Programs);
        Generation = new GenerationService(Runs);
    }

    /// <summary>Plugins that were found, in the order kind, id.</summary>
    public ImmutableArray<PluginDefinition> Plugins => _installation.Plugins.All;

    /// <summary>Installs, locks, checks and tests plugins.</summary>
    public PluginService PluginManager { get; }

    /// <summary>What was wrong with plugins.</summary>
    public ImmutableArray<Diagnostic> PluginDiagnostics => _installation.Plugins.Diagnostics;

    /// <summary>Manifests and runs.</summary>
    public RunService Runs { get; }

    /// <summary>Single programs.</summary>
    public ProgramService Programs { get; }

    /// <summary>The health of this machine.</summary>
    public DoctorService Doctor { get; }

    /// <summary>The conformance kit for language plugins.</summary>
    public ConformanceService Conformance { get; }

    /// <summary>Source texts in an editor.</summary>
    public EditorService Editor { get; }

    /// <summary>Rows of single source texts.</summary>
    public GenerationService Generation { get; }

    /// <summary>Prompt templates.</summary>
    public PromptService Prompts { get; }

    /// <summary>What editors may ask about manifests, plugins, cases, traces and templates.</summary>
    public IEditorDocuments Documents { get; }

    /// <summary>Runs under review.</summary>
    public ReviewService Reviews { get; }

    /// <summary>Rows of runs as one file.</summary>
    public ExportService Exports { get; }

    /// <summary>Opens a workspace: finds the plugins, loads none.</summary>
    /// <exception cref="ProblemException">A plugin is broken and strict plugins were asked for (exit 6).</exception>
    public static AlchemyWorkspace Open(WorkspaceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new AlchemyWorkspace(new Installation(options));
    }

    /// <inheritdoc/>
    public void Dispose() => _installation.Dispose();
}
