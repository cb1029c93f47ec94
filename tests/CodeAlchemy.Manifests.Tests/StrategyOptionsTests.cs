using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

public sealed class StrategyOptionsTests
{
    private static readonly JsonObject Schema =
        PluginManifestReader.Read(Fixtures.Text("good", "plugin-strategy.yaml"), "plugin.yaml", "/plugins/x", "user").Value!.Strategy!.Options;

    private static readonly TextLocation Location = new("manifest.yaml", 7, 5);

    [Fact]
    public void Defaults_are_filled_in_and_the_given_values_stay()
    {
        var options = Apply("""{"most": 9, "style": "rich"}""");

        Assert.Empty(options.Diagnostics);
        Assert.Equal("""{"renderings":["compact"],"share":0.5,"most":9,"strict":true,"style":"rich"}""", options.Value!.ToJsonString());
    }

    [Fact]
    public void Neither_the_schema_nor_the_options_are_changed()
    {
        var (schema, options) = (Schema.ToJsonString(), (JsonObject)JsonNode.Parse("""{"tasks": ["a"]}""")!);

        StrategyOptions.Apply(Schema, options, Location).Value!["renderings"]!.AsArray().Add("more");

        Assert.Equal(schema, Schema.ToJsonString());
        Assert.Equal("""{"tasks":["a"]}""", options.ToJsonString());
    }

    [Fact]
    public void Applying_twice_changes_nothing_more()
    {
        var once = Apply("""{"share": 0.25}""").Value!;

        Assert.Equal(once.ToJsonString(), StrategyOptions.Apply(Schema, once, Location).Value!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"mots": 1}""", "unknown-option", "There is no option 'mots'.", "Did you mean 'most'?")]
    [InlineData("""{"most": 0}""", "out-of-range", "'most' must be at least 1, not 0.", null)]
    [InlineData("""{"most": 1.5}""", "wrong-type", "'most' must be a whole number, but it is a number.", null)]
    [InlineData("""{"most": "3"}""", "wrong-type", "'most' must be a whole number, but it is text.", null)]
    [InlineData("""{"share": 1.5}""", "out-of-range", "'share' must be from 0 to 1, not 1.5.", null)]
    [InlineData("""{"strict": "yes"}""", "wrong-type", "'strict' must be true or false, but it is text.", null)]
    [InlineData("""{"style": "plian"}""", "bad-value", "'style' must be one of plain, rich, not 'plian'.", "Did you mean 'plain'?")]
    [InlineData("""{"renderings": "compact"}""", "wrong-type", "'renderings' must be a list, but it is text.", null)]
    [InlineData("""{"renderings": ["compact", "cvm"]}""", "bad-value", "'renderings.1' must be one of compact, cwm, not 'cvm'.", "Did you mean 'cwm'?")]
    [InlineData("""{"tasks": {"a": 1}}""", "wrong-type", "'tasks' must be a list, but it is a mapping.", null)]
    public void What_does_not_fit_the_schema_is_an_error_at_the_strategy(string options, string code, string message, string? remedy)
    {
        var parsed = Apply(options);

        Assert.Null(parsed.Value);
        Assert.Equal(new Diagnostic(code, DiagnosticSeverity.Error, message, Location, remedy), Assert.Single(parsed.Diagnostics));
    }

    [Fact]
    public void A_number_is_text_where_text_is_asked_for_digit_by_digit() =>
        Assert.Equal("1.10", Apply("""{"tasks": [1.10]}""").Value!["tasks"]![0]!.GetValue<string>());

    [Fact]
    public void An_empty_option_counts_as_not_given() => Assert.Equal(3, Apply("""{"most": null}""").Value!["most"]!.GetValue<long>());

    private static Parsed<JsonObject> Apply(string options) =>
        StrategyOptions.Apply(Schema, (JsonObject)JsonNode.Parse(options)!, Location);
}
