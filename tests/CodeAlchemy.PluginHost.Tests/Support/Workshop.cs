using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Execution.Host;
using CodeAlchemy.PluginHost.Archives;
using CodeAlchemy.PluginHost.Installing;
using CodeAlchemy.PluginHost.Locks;
using CodeAlchemy.PluginHost.Network;
using CodeAlchemy.PluginHost.Sources;
using CodeAlchemy.PluginHost.Trust;

namespace CodeAlchemy.PluginHost.Tests.Support;

/// <summary>A project and a user's folder in a temporary place, with everything that installs plugins there.</summary>
internal sealed class Workshop : IDisposable, IPluginConsent
{
    private readonly TemporaryFolder _folder = new();
    private readonly Downloads _downloads;

    public Workshop(ArchiveLimits? limits = null, DownloadLimits? downloads = null)
    {
        _downloads = new Downloads(downloads);
        Sources = new PluginSources(_downloads, new HostProgram(), () => Feeds, () => Credentials, limits);
        Place = new PluginPlace(new PluginLayer(PluginLayer.Project, Path.Combine(_folder.Path, ".codealchemy", "plugins")), new LockStore(Path.Combine(_folder.Path, LockStore.FileName)));
        Trust = new TrustStore(Path.Combine(_folder.Path, "home", TrustStore.FileName));
    }

    public string Folder => _folder.Path;

    public PluginPlace Place { get; }

    public PluginSources Sources { get; }

    public TrustStore Trust { get; }

    public List<PluginFeed> Feeds { get; } = [];

    public ICredentialSource? Credentials { get; set; }

    public bool Consents { get; set; } = true;

    public List<ConsentQuestion> Asked { get; } = [];

    public ImmutableHashSet<PluginKey> BuiltIn { get; set; } = [];

    public PluginInstaller Installer => new(Place, new InstallerRules { BuiltIn = BuiltIn, Patience = TimeSpan.FromSeconds(20) }, Sources, Trust, this);

    public PluginGate Gate => new(new Dictionary<string, PluginLock> { [PluginLayer.Project] = Place.Lock.Read() }, Trust, _ => false);

    public string Write(string path, string text) => _folder.Write(path, text);

    public string Write(string path, byte[] bytes) => _folder.Write(path, bytes);

    /// <summary>A folder with a language without code.</summary>
    public string Plain(string name = "source", string id = "sample", string version = "1.0.0")
    {
        Write($"{name}/plugin.yaml", ArchiveMaker.Manifest(id, version));
        return Path.Combine(Folder, name);
    }

    /// <summary>A folder with a language that brings a tracer.</summary>
    public string Traced(string name = "source", string id = "sample", string version = "1.0.0", string tracer = "print(1)")
    {
        Write($"{name}/plugin.yaml", ArchiveMaker.TracedManifest(id, version));
        Write($"{name}/tracer.py", tracer);
        return Path.Combine(Folder, name);
    }

    public Task<PluginChange> Install(string reference, InstallOptions? options = null) =>
        Installer.Install(PluginReference.Parse(reference, Folder), options ?? new InstallOptions(), TestContext.Current.CancellationToken);

    public async Task<Problem> Refused(string reference, InstallOptions? options = null) =>
        (await Assert.ThrowsAsync<ProblemException>(() => Install(reference, options))).Problem;

    public PluginCatalog Discover(bool strict = false) => PluginDiscovery.Discover(new PluginHostOptions
    {
        Layers = [Place.Layer],
        Gate = Gate,
        Strict = strict,
        Expected = [.. Place.Lock.Read().Plugins.Values.Select(plugin => (PluginLayer.Project, plugin))],
    });

    /// <summary>What lies in the layer besides installed plugins.</summary>
    public IEnumerable<string> Remains() => Directory.Exists(Place.Layer.Folder)
        ? Directory.EnumerateFileSystemEntries(Place.Layer.Folder).Select(entry => Path.GetFileName(entry)!).Where(name => name is not (".lock" or "languages" or "strategies" or "evaluators"))
        : [];

    public ValueTask<bool> Ask(ConsentQuestion question, CancellationToken cancellationToken)
    {
        Asked.Add(question);
        return new(Consents);
    }

    public void Dispose()
    {
        _downloads.Dispose();
        _folder.Dispose();
    }
}
