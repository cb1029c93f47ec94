using Xunit;

namespace CodeAlchemy.Workspace.Tests;

/// <summary>The rooms of this clone, as the tool has them.</summary>
internal sealed class Workshop : IDisposable
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);
    private readonly string _home = Directory.CreateTempSubdirectory("codealchemy-workshop-").FullName;

    public Workshop()
    {
        // Programs run as another user, who must get to what is built for them.
        File.SetUnixFileMode(_home, File.GetUnixFileMode(_home) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        Installation = new Installation(new WorkspaceOptions { Root = Root, Home = _home, Project = _home, Cache = Path.Combine(_home, "cache") });
    }

    public Installation Installation { get; }

    /// <summary>A folder that is gone with the workshop.</summary>
    public string Home => _home;

    /// <summary>Skips the test where the sandbox is not complete.</summary>
    public void RequireSandbox()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/bwrap"), "bubblewrap is not installed");
        var absent = Installation.Programs.Sandbox.Features.FirstOrDefault(feature => !feature.Available);
        Assert.SkipWhen(absent is not null, $"{absent?.Name}: {absent?.Detail}");
    }

    public string Language(string file) => Installation.Plugins.Detector.Detect(file, [])?.Id ?? throw new ArgumentException(file);

    public void Dispose()
    {
        Installation.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "CodeAlchemy.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
