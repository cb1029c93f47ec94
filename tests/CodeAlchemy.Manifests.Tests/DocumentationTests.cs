using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Manifests.Tests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string, int, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, int, string>();
            foreach (var file in new[] { "manifest.md", "language-plugins.md", "models.md" })
            {
                foreach (Match match in Block().Matches(Text(file)))
                {
                    examples.Add(file, Text(file)[..match.Index].Count(c => c == '\n') + 1, match.Groups["yaml"].Value);
                }
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_reads_without_a_word(string file, int line, string yaml)
    {
        var kind = yaml.Contains("kind: Pipeline", StringComparison.Ordinal) ? "pipeline"
            : yaml.Contains("\ncases:", StringComparison.Ordinal) ? "cases"
            : yaml.Contains("kind: Credentials", StringComparison.Ordinal) ? "credentials"
            : "plugin";

        var (hasValue, diagnostics) = Documents.Read(kind, yaml, $"{file}:{line}");

        Assert.Empty(diagnostics);
        Assert.True(hasValue);
    }

    [Fact]
    public void The_example_with_every_key_shows_the_defaults()
    {
        var all = Block().Matches(Text("manifest.md")).Select(match => match.Groups["yaml"].Value);
        var example = PipelineManifestReader.Read(all.Single(yaml => yaml.Contains("name: everything", StringComparison.Ordinal)), "x.yaml").Value!;

        Assert.Equal(new RunSection(), example.Run);
        Assert.Equal("jsonl", example.Output.Format);
        Assert.Equal("""{"atMost":1048576,"atLeast":0}""", example.Filters[0].Options.ToJsonString());
    }

    [Theory]
    [InlineData("manifest.md", nameof(Schemas.Pipeline))]
    [InlineData("manifest.md", nameof(Schemas.Cases))]
    [InlineData("language-plugins.md", nameof(Schemas.Plugin))]
    [InlineData("models.md", nameof(Schemas.Credentials))]
    [InlineData("plugins.md", nameof(Schemas.Feeds))]
    public void Every_key_is_documented(string file, string schema)
    {
        var text = Text(file);
        var json = (string)typeof(Schemas).GetProperty(schema)!.GetValue(null)!;

        var missing = Keys(JsonNode.Parse(json)).Distinct().Where(key => !text.Contains($"`{key}`", StringComparison.Ordinal) && !text.Contains($"{key}: ", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_code_of_a_diagnostic_is_documented()
    {
        var codes = typeof(DiagnosticCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.Contains($"`{code}`", Text("manifest.md"), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node switch
    {
        JsonObject map => (map["properties"] as JsonObject ?? []).Select(pair => pair.Key).Concat(map.SelectMany(pair => Keys(pair.Value))),
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };

    private static string Text(string file) => File.ReadAllText(Path.Combine(Fixtures.Root, "docs", file));

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
