using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

public sealed class OverrideTests
{
    private const string Manifest = """
        apiVersion: codealchemy/v1
        kind: Pipeline
        name: base
        source: {files: {root: corpus}}
        filters: [syntax, size: {atMost: 1KiB}]
        strategies: [code-trace, other: {turns: 2}]
        output: {path: out}
        run:
        """;

    [Fact]
    public void A_value_is_replaced_or_added()
    {
        var manifest = Read("name=new", "run.seed=7", "run.limits.memory=1GiB", "output.format=jsonl.gz").Value!;

        Assert.Equal("new", manifest.Name);
        Assert.Equal(7, manifest.Run.Seed);
        Assert.Equal(1L << 30, manifest.Run.Limits.Memory);
        Assert.Equal("jsonl.gz", manifest.Output.Format);
    }

    [Fact]
    public void The_last_of_several_overrides_counts() => Assert.Equal(2, Read("run.seed=1", "run.seed=2").Value!.Run.Seed);

    [Fact]
    public void An_empty_value_takes_the_default_back() => Assert.Equal("jsonl", Read("output.format=").Value!.Output.Format);

    [Theory]
    [InlineData("filters.1.size.atMost=2KiB")]
    [InlineData("filters.size.atMost=2KiB")]
    [InlineData("filters.1={size: {atMost: 2048}}")]
    [InlineData("filters=[syntax, {size: {atMost: 2KiB}}]")]
    public void An_entry_of_a_list_is_named_by_its_index_or_its_name(string text) =>
        Assert.Equal(2048, Read(text).Value!.Filters[1].Options["atMost"]!.GetValue<long>());

    [Fact]
    public void An_entry_written_as_a_name_takes_options()
    {
        var manifest = Read("strategies.code-trace.renderings=[compact]", "strategies.0.code-trace.share=0.5", "strategies.2=third").Value!;

        Assert.Equal("""{"renderings":["compact"],"share":0.5}""", manifest.Strategies[0].Options.ToJsonString());
        Assert.Equal("third", manifest.Strategies[2].Id);
    }

    [Theory]
    [InlineData("run.seed", "'run.seed' is not of the form key=value.")]
    [InlineData("=7", "'=7' is not of the form key=value.")]
    [InlineData("run..seed=7", "'run..seed=7' is not of the form key=value.")]
    [InlineData("name.first=x", "'first' can't be set: what stands there is text, not a mapping.")]
    [InlineData("filters.9=syntax", "There is no entry 9; the list has 2, counted from 0.")]
    [InlineData("filters.syntx.x=1", "The list has no entry 'syntx'.")]
    public void An_override_that_can_not_be_applied_is_an_error_that_names_it(string text, string message)
    {
        var diagnostic = Assert.Single(Read(text).Diagnostics);

        Assert.Equal(DiagnosticCodes.BadOverride, diagnostic.Code);
        Assert.Equal(message, diagnostic.Message);
        Assert.Equal($"--set {text}", diagnostic.Location!.ToString());
    }

    [Theory]
    [InlineData("run.limits.memory=lots", "bad-value")]
    [InlineData("run.sede=7", "unknown-key")]
    [InlineData("filters.0=sintax", "unknown-filter")]
    [InlineData("run.limits={cpu: 1s, wall: [1]}", "wrong-type")]
    public void What_is_wrong_with_an_overriding_value_points_at_the_override(string text, string code)
    {
        var diagnostic = Assert.Single(Read(text).Diagnostics);

        Assert.Equal(code, diagnostic.Code);
        Assert.Equal($"--set {text}", diagnostic.Location!.ToString());
    }

    [Fact]
    public void A_value_that_is_not_YAML_is_an_error()
    {
        var diagnostic = Assert.Single(Read("filters=[syntax").Diagnostics);

        Assert.Equal(DiagnosticCodes.Syntax, diagnostic.Code);
        Assert.StartsWith("--set filters=[syntax", diagnostic.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overriding_path_is_relative_to_the_manifest() =>
        Assert.Equal("/manifests/elsewhere", Read("output.path=elsewhere").Value!.Output.Path);

    private static Parsed<PipelineManifest> Read(params string[] overrides) =>
        PipelineManifestReader.Read(Manifest, "/manifests/manifest.yaml", overrides);
}
