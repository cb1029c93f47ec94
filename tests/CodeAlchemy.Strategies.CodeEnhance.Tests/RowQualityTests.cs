using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

/// <summary>Checks over many rows: what a person would notice when reading the dataset.</summary>
public sealed partial class RowQualityTests
{
    private const int Seeds = 12;
    private static readonly Lazy<Task<List<Sample>>> Many = new(Make);

    [Fact]
    public async Task No_opening_of_eight_words_is_common()
    {
        foreach (var task in (await Many.Value).GroupBy(r => r.Task))
        {
            var openings = task.Select(r => string.Join(' ', r.Messages[0].Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))).ToList();
            var most = openings.CountBy(o => o).MaxBy(o => o.Value);

            // One row is one row: with few rows it is more than its share.
            Assert.True(most.Value <= Math.Max(1, openings.Count * 0.02), $"{most.Value} of {openings.Count} rows of {task.Key} begin with: {most.Key}");
        }
    }

    [Fact]
    public async Task Every_task_is_made_in_every_language()
    {
        var rows = await Many.Value;

        Assert.Equal(13 * 6, rows.Select(r => (r.Task, Path.GetExtension(FileName(r)))).Distinct().Count());
    }

    [Fact]
    public async Task Words_around_the_code_are_clean_english() => Assert.All(await Many.Value, row =>
    {
        foreach (var text in row.Messages.Select(m => Fence().Replace(m.Content, "")))
        {
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{[a-z]+\}", text);
            Assert.DoesNotMatch(@"\b1 (?:places|names|pieces|lines|constants|variables|conditions|copies|functions|returns)\b|\bone (?:places|names|pieces|lines|constants|variables|conditions|copies|functions|returns)\b|\b(?:a|an|the) (?:a|an|the) ", text);
            Assert.DoesNotMatch(@"[ ,](?:[.?!])(?:\s|$)|\.\.(?:\s|$)|\.:", text);
            Assert.DoesNotMatch(@"(?m)^(?:- )?[a-z]", text.Replace("- and ", "", StringComparison.Ordinal));
        }
    });

    [Fact]
    public async Task A_question_shows_the_worse_version_and_an_answer_the_better_one() => Assert.All(await Many.Value, row =>
    {
        var (raw, better) = (Fence().Match(row.Messages[0].Content).Groups["code"].Value, Fence().Match(row.Messages[1].Content).Groups["code"].Value);

        Assert.NotEqual(raw, better);
        Assert.Equal(Original(row), better);
    });

    private static string FileName(Sample row) => FileSpan().Match(row.Messages[0].Content).Groups[1].Value;

    private static string Original(Sample row) =>
        Languages.Program(Languages.Programs.Select(p => p.Data).Single(p => Path.GetExtension(p) == Path.GetExtension(FileName(row)))).Text;

    private static async Task<List<Sample>> Make()
    {
        var rows = new List<Sample>();
        foreach (var file in Languages.Programs.Select(p => p.Data))
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var source = Languages.Source(Languages.Program(file).Text, $"shop_{seed}{Path.GetExtension(file)}");
                rows.AddRange(Rows.Samples(await Rows.Of(source, """{"perFile": 13}""", seed)));
            }
        }

        return rows;
    }

    [GeneratedRegex("```[a-z]*\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(shop_[0-9]+[.][a-z]+)`")]
    private static partial Regex FileSpan();
}
