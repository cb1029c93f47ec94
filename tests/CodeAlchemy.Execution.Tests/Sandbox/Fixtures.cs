namespace CodeAlchemy.Execution.Tests.Sandbox;

/// <summary>Finds the repository's files from where the tests run.</summary>
internal static class Fixtures
{
    private static readonly Lazy<string> Repository = new(() =>
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CodeAlchemy.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the repository of these tests");
        }

        return folder;
    });

    public static string Root => Repository.Value;

    public static string Launcher => Path.Combine(Root, ".deps", "native", "codealchemy-launch");

    public static string Folder(string name) => Path.Combine(Root, "tests", "fixtures", name);
}
