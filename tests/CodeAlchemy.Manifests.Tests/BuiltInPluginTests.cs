using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

public sealed class BuiltInPluginTests
{
    public static TheoryData<string> Manifests => new(
        Directory.EnumerateFiles(Path.Combine(Fixtures.Root, "plugins"), "plugin.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Fixtures.Root, file))
            .Where(file => !file.Split('/').Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Manifests))]
    public void The_manifest_of_a_plugin_of_the_repository_reads_without_a_word(string manifest)
    {
        var file = Path.Combine(Fixtures.Root, manifest);

        var parsed = PluginManifestReader.Read(File.ReadAllText(file), manifest, Path.GetDirectoryName(file)!, "built-in");

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(Path.GetFileName(Path.GetDirectoryName(file)), parsed.Value!.Id);
        Assert.Equal(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)!)), parsed.Value.Kind switch
        {
            PluginKind.Language => "languages",
            PluginKind.Strategy => "strategies",
            _ => "evaluators",
        });
    }
}
