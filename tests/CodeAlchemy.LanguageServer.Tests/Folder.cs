namespace CodeAlchemy.LanguageServer.Tests;

/// <summary>A project folder of one test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lsp-tests-").FullName;

    public string Uri(string name) => "file://" + System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name), text);
        return Uri(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
