using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodeAlchemy.Manifests.Tests;

public sealed class GoodDocumentTests
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Plugins => Fixtures.Names("good", "plugin");

    public static TheoryData<string> Pipelines => Fixtures.Names("good", "pipeline");

    public static TheoryData<string> Cases => Fixtures.Names("good", "cases");

    public static TheoryData<string> Credentials => Fixtures.Names("good", "credentials");

    public static TheoryData<string> Feeds => Fixtures.Names("good", "feeds");

    [Theory]
    [MemberData(nameof(Plugins))]
    public void A_plugin_reads_as_approved(string name)
    {
        var parsed = PluginManifestReader.Read(Fixtures.Text("good", name), name, "/plugins/x", "user");

        Assert.Empty(parsed.Diagnostics);
        Approve(parsed.Value!, name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cases_read_as_approved(string name)
    {
        var parsed = CasesReader.Read(Fixtures.Text("good", name), name);

        Assert.Empty(parsed.Diagnostics);
        Approve(parsed.Value!, name);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public void Credentials_read_as_approved(string name)
    {
        var parsed = CredentialsReader.Read(Fixtures.Text("good", name), "/home/" + name);

        Assert.Empty(parsed.Diagnostics);
        Approve(parsed.Value!, name);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Feeds_read_as_approved(string name)
    {
        var parsed = FeedsReader.Read(Fixtures.Text("good", name), "/home/" + name);

        Assert.Empty(parsed.Diagnostics);
        Approve(parsed.Value!, name);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_pipeline_reads_as_approved(string name)
    {
        var parsed = PipelineManifestReader.Read(Fixtures.Text("good", name), "/manifests/" + name);

        Assert.Empty(parsed.Diagnostics);
        Approve(parsed.Value!, name);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_pipeline_that_was_written_reads_back_equal(string name)
    {
        var first = PipelineManifestReader.Read(Fixtures.Text("good", name), "/manifests/" + name).Value!;
        foreach (var relativeTo in new[] { null, "/manifests" })
        {
            var text = ManifestWriter.Write(first, relativeTo);
            var second = PipelineManifestReader.Read(text, "/manifests/" + name);

            Assert.Empty(second.Diagnostics);
            Assert.Equal(Comparable.Json(first), Comparable.Json(second.Value!));
            Assert.Equal(text, ManifestWriter.Write(second.Value!, relativeTo));
        }
    }

    private static void Approve<T>(T value, string name) =>
        Fixtures.ShouldBeApproved(
            JsonSerializer.Serialize(value, Format) + "\n", Path.Combine(Fixtures.Manifests, "good", Path.ChangeExtension(name, ".json")));
}
