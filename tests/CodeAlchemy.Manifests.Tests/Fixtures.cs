namespace CodeAlchemy.Manifests.Tests;

/// <summary>Files of the repository.</summary>
internal static class Fixtures
{
    /// <summary>Set to write what the approval tests see instead of comparing it.</summary>
    private const string Approve = "CODEALCHEMY_APPROVE";

    public static string Root { get; } = FindRoot();

    public static string Manifests { get; } = Path.Combine(Root, "tests", "fixtures", "manifests");

    public static TheoryData<string> Names(string folder, string prefix) =>
        new(Directory.EnumerateFiles(Path.Combine(Manifests, folder), $"{prefix}*.yaml")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal));

    public static string Text(string folder, string name) => File.ReadAllText(Path.Combine(Manifests, folder, name));

    public static void ShouldBeApproved(string actual, string file)
    {
        if (Environment.GetEnvironmentVariable(Approve) is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{file} is missing; run with {Approve}=1 and look at what it writes.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
