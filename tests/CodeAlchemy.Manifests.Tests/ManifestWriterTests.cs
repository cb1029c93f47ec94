using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

public sealed class ManifestWriterTests
{
    private static readonly PipelineManifest Manifest =
        PipelineManifestReader.Read(Fixtures.Text("good", "pipeline-smallest.yaml"), "/manifests/pipeline-smallest.yaml").Value!;

    [Fact]
    public void Everything_that_has_a_default_is_written() =>
        Fixtures.ShouldBeApproved(ManifestWriter.Write(Manifest, "/manifests"), Path.Combine(Fixtures.Manifests, "good", "pipeline-smallest.effective"));

    [Theory]
    [InlineData("apiKey", "abc")]
    [InlineData("api_key", "abc")]
    [InlineData("password", "abc")]
    [InlineData("accessToken", "abc")]
    [InlineData("note", "sk-0123456789abcdef0123")]
    [InlineData("note", "key hf_0123456789abcdef0123 in a text")]
    public void A_secret_is_taken_out_by_its_name_or_its_look(string key, string value)
    {
        var text = Write(key, value);

        Assert.DoesNotContain(value, text, StringComparison.Ordinal);
        Assert.Contains($"{key}: \"[redacted]\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_an_address_is_taken_out_and_the_rest_stays() =>
        Assert.Contains("note: \"https://[redacted]@example.org/x\"", Write("note", "https://me:pass@example.org/x"), StringComparison.Ordinal);

    [Theory]
    [InlineData("credential", "local")]
    [InlineData("maxTokens", "abc")]
    [InlineData("tokenizer", "gpt2")]
    public void What_only_sounds_like_a_secret_stays(string key, string value) =>
        Assert.Contains($"{key}: {value}", Write(key, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("true")]
    [InlineData("no")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("1.10")]
    [InlineData("0x1F")]
    [InlineData("- a")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("*a")]
    [InlineData("\"'\\")]
    [InlineData("a\nb\r\n\tc\u0001\u0085\u2028\uFEFF")]
    [InlineData("ü 😀 漢")]
    [InlineData("---")]
    public void Any_text_reads_back_as_it_was(string value)
    {
        var parsed = PipelineManifestReader.Read(Write("note", value, key: value), Manifest.File);

        Assert.Empty(parsed.Diagnostics);
        var options = parsed.Value!.Strategies[0].Options;
        Assert.Equal(value, options["note"]!.GetValue<string>());
        Assert.Equal(value, options["keys"]![value]!.GetValue<string>());
    }

    private static string Write(string name, string value, string? key = null)
    {
        var options = new JsonObject { [name] = value };
        if (key is not null)
        {
            options["keys"] = new JsonObject { [key] = value };
        }

        return ManifestWriter.Write(Manifest with { Strategies = [new StrategySection("code-trace", options)] });
    }
}
