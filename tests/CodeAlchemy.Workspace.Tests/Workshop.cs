namespace CodeAlchemy.Workspace.Tests;

/// <summary>The rooms of this clone, as the tool has them.</summary>
internal sealed class Workshop : IDisposable
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);
    private readonly string _home = Directory.CreateTempSubdirectory("codealchemy-workshop-").FullName;

    public Workshop() => Installation = new Installation(new WorkspaceOptions { Root = Root, Home = _home, Project = _home, Cache = Path.Combine(_home, "cache") });

    public Installation Installation { get; }

    public string Language(string file) => Installation.Plugins.Detector.Detect(file, [])?.Id ?? throw new ArgumentException(file);

    public void Dispose()
    {
        Installation.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "CodeAlchemy.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
