using System.Text.RegularExpressions;
using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Prompts;
using Xunit;
using CodeAlchemy.Tests.Shared;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>Checks over many rows: what a person would notice when reading the dataset.</summary>
public sealed partial class QuestionQualityTests
{
    private const int Files = 60;

    private static readonly string TemplateFolder = Path.Combine(AppContext.BaseDirectory, "templates");

    [Fact]
    public async Task No_opening_of_eight_words_is_common()
    {
        var openings = (await Rows()).Select(r => string.Join(' ', Question(r).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))).ToList();

        Assert.True(openings.Count > 300);
        var most = openings.CountBy(o => o).MaxBy(o => o.Value);
        Assert.True(most.Value <= openings.Count * 0.02, $"{most.Value} of {openings.Count} rows begin with: {most.Key}");
    }

    [Fact]
    public async Task No_question_holds_an_answer_that_is_long_enough_to_tell()
    {
        var telling = (await Rows()).Where(r => r.Task is "predict-output" or "predict-input" or "predict-state").Where(r => r.Messages[1].Content.Length >= 8).ToList();

        Assert.NotEmpty(telling);
        Assert.All(telling, r => Assert.DoesNotContain(r.Messages[1].Content, Question(r), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_hold_no_marks_of_templates_or_slots()
    {
        Assert.All(await Rows(), r =>
        {
            Assert.DoesNotContain("{{", Question(r), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{(file|language|lines|arguments)\}", Question(r));
            Assert.DoesNotContain("\n\n\n\n", Question(r), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Every_variant_of_every_task_is_used()
    {
        var used = (await Rows()).SelectMany(r => r.Prompts).Select(p => p.Template).ToHashSet();
        // What a used template includes is used with it.
        used.UnionWith(used.SelectMany(p => Included().Matches(File.ReadAllText(Path.Combine(TemplateFolder, p))).Select(m => m.Groups[1].Value)).ToList());

        Assert.Equal([], new TemplateStore([TemplateFolder]).Paths().Where(p => !used.Contains(p) && !p.Contains("published-", StringComparison.Ordinal)));
    }

    [GeneratedRegex("include \"([^\"]+)\"")]
    private static partial Regex Included();

    private static string Question(Sample row) => row.Messages[0].Content;

    private static async Task<List<Sample>> Rows()
    {
        var rows = new List<Sample>();
        for (var i = 0; i < Files; i++)
        {
            var source = Programs.Source(path: $"tools/sum_{i}.py");
            var bench = Benches.Of(source, Programs.Sum)
                .WithSyntax(RealGrammars.Parse)
                .WithCases([.. Cases(i)])
                .WithOptions("""{"renderings": ["compact", "cwm", "scratchpad", "narrative", "table", "tutor", "published"]}""");
            await foreach (var outcome in new CodeTraceStrategy().Transform(source, bench, TestContext.Current.CancellationToken))
            {
                if (outcome is Sample sample)
                {
                    rows.Add(sample);
                }
            }
        }

        return rows;
    }

    private static ImmutableArray<ExecutionCase> Cases(int i) =>
    [
        new() { Name = "a", Arguments = [$"{i + 10}", $"{i * 3}", "120", "7"] },
        new() { Name = "b", Arguments = [$"{i + 1000}", $"-{i + 1}", "44"] },
    ];
}
