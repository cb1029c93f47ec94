using System.Text.Json;
using CodeAlchemy.Storage.Reviews;
using Xunit;

namespace CodeAlchemy.EndToEnd.Tests;

public sealed class Reviews(ReviewedDataset dataset) : IClassFixture<ReviewedDataset>
{
    [Fact]
    public async Task Rows_are_reviewed_and_exported_and_the_dataset_stays_as_it_was()
    {
        using var scratch = new Scratch();
        var run = await dataset.Copy(scratch);
        var (lines, ids) = (ReviewedDataset.Lines(run), ReviewedDataset.Ids(run));
        var before = RunFolders.Fingerprint(run);

        var list = await Tool.Run("review", run, "--list", "undecided", "--limit", "4", "--json");
        var rows = JsonDocument.Parse(list.Stdout).RootElement;
        Assert.Equal(ids[..4], rows.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(ids.Length, rows.GetProperty("total").GetInt64());
        await Ok("review", run, "--row", ids[0][..12], "--row", ids[1], "--accept", "--author", "ada");
        await Ok("review", run, "--row", ids[2], "--reject", "asks twice");
        await Ok("review", run, "--row", ids[3], "--skip");
        var question = JsonDocument.Parse(lines[4]).RootElement.GetProperty("messages")[0].GetProperty("content").GetString()!;
        var edit = scratch.Write("edit.json", JsonSerializer.Serialize(new[] { new { role = "user", content = question }, new { role = "assistant", content = "another answer" } }));
        await Ok("review", run, "--row", ids[4], "--edit", edit);
        await Ok("review", run, "--row", ids[1], "--flag");

        var overview = await Ok("review", run);
        Assert.Contains($"reviews: 2 accepted, 1 edited, 1 rejected, 1 skipped, {ids.Length - 5} undecided; 1 flagged", overview.Stdout, StringComparison.Ordinal);
        Assert.Contains("reviews: 2 accepted, 1 edited", (await Ok("inspect", run)).Stdout, StringComparison.Ordinal);
        Assert.Contains("another answer", (await Ok("review", run, "--row", ids[4])).Stdout, StringComparison.Ordinal);
        var shown = JsonDocument.Parse((await Ok("review", run, "--row", ids[4], "--json")).Stdout).RootElement;
        Assert.Equal(lines[4], shown.GetProperty("row").GetRawText());
        Assert.Contains(shown.GetProperty("code").GetString()!.Trim().Split('\n')[^1], question, StringComparison.Ordinal);

        var exported = await Ok("export", run, "--accepted");
        var written = exported.Stdout.TrimEnd().Split('\n');
        Assert.Equal(lines[0], written[0]);
        Assert.Equal((2, "another answer"), (written.Length, JsonDocument.Parse(written[1]).RootElement.GetProperty("messages")[1].GetProperty("content").GetString()));
        Assert.Contains("2 rows written to stdout", exported.Stderr, StringComparison.Ordinal);
        var file = scratch["accepted.jsonl"];
        var summary = JsonDocument.Parse((await Ok("export", run, "--accepted", "--include-flagged", "--output", file, "--json")).Stdout).RootElement;
        Assert.Equal((3, 3), (summary.GetProperty("written").GetInt32(), File.ReadAllLines(file).Length));
        Assert.Equal(5, (await Tool.Run("export", run, "--output", file)).ExitCode);
        Assert.Equal(string.Concat(lines.Select(l => l + "\n")), (await Ok("export", run, "-q")).Stdout);

        var sound = await Ok("verify", run);
        Assert.Empty(sound.Stdout);
        var journal = await File.ReadAllTextAsync(Path.Combine(run, "reviews.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(before, RunFolders.Fingerprint(run));
        Assert.Contains("nothing to do", (await Ok("run", dataset.Manifest, "--output", run)).Stderr, StringComparison.Ordinal);
        await Ok("run", dataset.Manifest, "--output", run, "--resume", "never", "-q");
        Assert.Equal(journal, await File.ReadAllTextAsync(Path.Combine(run, "reviews.jsonl"), TestContext.Current.CancellationToken));
        Assert.Contains("2 accepted, 1 edited", (await Ok("review", run)).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_are_taken_back_to_the_first_and_made_again_to_the_last()
    {
        using var scratch = new Scratch();
        var run = await dataset.Copy(scratch);
        var ids = ReviewedDataset.Ids(run);
        await Ok("review", run, "--row", ids[0], "--row", ids[1], "--row", ids[2], "--accept");

        for (var i = 3; i > 0; i--)
        {
            Assert.StartsWith($"undone: #{i} accept", (await Ok("review", run, "--undo")).Stdout, StringComparison.Ordinal);
        }

        var nothing = await Tool.Run("review", run, "--undo");
        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("[nothing-to-undo]", nothing.Stderr, StringComparison.Ordinal);
        Assert.StartsWith("redone: #1 accept", (await Ok("review", run, "--redo")).Stdout, StringComparison.Ordinal);
        await Ok("review", run, "--row", ids[5], "--skip");
        Assert.Contains("[nothing-to-redo]", (await Tool.Run("review", run, "--redo")).Stderr, StringComparison.Ordinal);
        Assert.Equal(["skip", "accept"], (await Ok("review", run, "--history", "9")).Stdout.TrimEnd().Split('\n').Select(l => l.Split(' ')[1]));
        Assert.Equal(8, File.ReadLines(Path.Combine(run, "reviews.jsonl")).Count());
    }

    [Fact]
    public async Task Two_processes_that_decide_at_once_lose_nothing()
    {
        using var scratch = new Scratch();
        var run = await dataset.Copy(scratch);
        var ids = ReviewedDataset.Ids(run)[..60];

        var both = await Task.WhenAll(
            Tool.Run(["review", run, "--accept", .. ids[..30].SelectMany(Row), "--author", "ada"]),
            Tool.Run(["review", run, "--accept", .. ids[30..].SelectMany(Row), "--author", "bob"]));

        Assert.All(both, b => Assert.Equal(0, b.ExitCode));
        var records = File.ReadLines(Path.Combine(run, "reviews.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(Enumerable.Range(1, 60), records.Select(r => r.GetProperty("sequence").GetInt32()));
        Assert.Equal(ids.Order(StringComparer.Ordinal), records.Select(r => r.GetProperty("row").GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("reviews: 60 accepted", (await Ok("review", run)).Stdout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_while_it_appends_it_loses_at_most_the_decision_under_way()
    {
        using var scratch = new Scratch();
        var run = await dataset.Copy(scratch);
        var ids = ReviewedDataset.Ids(run);
        var path = Path.Combine(run, "reviews.jsonl");
        var told = 0;
        for (var kill = 0; kill < 4; kill++)
        {
            using var process = Tool.Start(["review", run, "--reject", new string('x', 20_000), .. ids.SelectMany(Row)]);
            for (var seen = 0; seen < 10; seen++)
            {
                Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            }

            process.Kill();
            told += 10 + (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Count(c => c == '\n');
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await File.AppendAllTextAsync(path, "{\"schema\":\"codealchemy.review/1\",\"seq", TestContext.Current.CancellationToken);
        var torn = await Ok("review", run);
        Assert.Contains("[review-torn]", torn.Stderr, StringComparison.Ordinal);
        Assert.Contains("warning: reviews.jsonl:", (await Ok("verify", run)).Stdout, StringComparison.Ordinal);
        await Ok("review", run, "--row", ids[0], "--accept");
        Assert.Empty((await Ok("verify", run)).Stdout);
        Assert.EndsWith("\"seq\n", await File.ReadAllTextAsync(path + ".torn", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var sequences = File.ReadLines(path).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("sequence").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(1, sequences.Count), sequences);
        Assert.True(sequences.Count > told, $"{sequences.Count} decisions of {told} that were told");
        Assert.Equal(ids[0], JsonDocument.Parse((await Ok("export", run, "--accepted")).Stdout).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public void The_journal_in_the_document_is_one()
    {
        using var scratch = new Scratch();
        var document = File.ReadAllText(Path.Combine(Tool.Root, "docs", "reviews.md"));
        scratch.Write("reviews.jsonl", document.Split("```json\n")[1].Split("```")[0]);
        var journal = new ReviewJournal(scratch.Folder, TimeProvider.System);

        Assert.Equal([1L, 4L], journal.Read(fold => fold.Done.Select(r => r.Sequence).ToList()));
        Assert.Empty(journal.Issues);
        Assert.Equal("3", journal.MessagesOf(journal.Read(fold => fold.ToUndo!))[1].Content);
    }

    [Fact]
    public async Task The_help_on_reviews_names_options_that_there_are()
    {
        var options = (await Ok("review", "--help")).Stdout + (await Ok("export", "--help")).Stdout;
        var named = System.Text.RegularExpressions.Regex.Matches((await Ok("help", "reviews")).Stdout, "--[a-z]+").Select(m => m.Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.All(named, n => Assert.Contains("  " + n, options, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--accept", "[usage]")]
    [InlineData("--row f0 --accept --skip", "one decision at a time")]
    [InlineData("--row f0 --accept --undo", "one thing at a time")]
    [InlineData("--list some", "Argument 'some' not recognized")]
    [InlineData("--list all --limit 0", "--limit is at least 1")]
    [InlineData("--row zz --accept", "[unknown-row]")]
    public async Task A_mistake_is_said_and_nothing_is_written(string options, string message)
    {
        var result = await Tool.Run(["review", dataset.Folder, .. options.Split(' ')]);
        Assert.True(result.ExitCode is 1 or 2, result.Stderr);
        Assert.Contains(message, result.Stderr, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(dataset.Folder, "reviews.jsonl")));
    }

    private static string[] Row(string id) => ["--row", id];

    private static async Task<ToolResult> Ok(params string[] arguments)
    {
        var result = await Tool.Run(arguments);
        Assert.True(result.ExitCode == 0, result.Stderr);
        return result;
    }
}
