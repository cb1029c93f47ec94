using System.Text;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Folder;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Tests.Kit;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class FolderTests : IDisposable
{
    private const string Rows = "data/scripted/train-00000-of-00001.jsonl";
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Why_tells_the_story_of_an_input_with_evidence_that_is_not_in_the_dataset()
    {
        _run.With("lib/a.txt", "one\nlog\nreject\nthrow").With("b.txt", "two");
        await _run.Do();

        var story = Assert.Single(_run.Open().Why("lib/a.txt"));

        Assert.Equal((InputFate.Kept, 1, 2), (story.Result.Fate, story.Rows.Length, story.Rejects.Length));
        Assert.Equal(["warning", "evidence", "evidence"], story.Notes.Select(n => n.Kind));
        Assert.Equal("looked twice", story.Notes[0].Text);
        Assert.True(Guid.TryParse(story.Notes[1].Text, out _));
        Assert.Contains("at CodeAlchemy.Pipeline.Tests.Kit.ScriptedStrategy", story.Notes[2].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Notes[1].Text, string.Concat(_run.Identity().Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", 1)]
    [InlineData("lib/a.txt", 1)]
    [InlineData("ib/a.txt", 0)]
    [InlineData("same.txt", 2)]
    [InlineData("nowhere.txt", 0)]
    public async Task Why_finds_inputs_by_path_or_by_the_end_of_one(string asked, int stories)
    {
        _run.With("lib/a.txt", "one").With("x/same.txt", "two").With("y/same.txt", "three");
        await _run.Do();

        Assert.Equal(stories, _run.Open().Why(asked).Count());
    }

    [Fact]
    public async Task Why_finds_the_input_of_a_row_and_of_a_reject()
    {
        _run.With("a.txt", "one").With("b.txt", "reject").With("c.png", "x");
        await _run.Do();
        var folder = _run.Open();

        Assert.Equal("a.txt", folder.Why(folder.Samples().Single().Id).Single().Result.Path);
        var rejects = folder.Rejects().ToList();
        Assert.Equal(["b.txt", "c.png"], rejects.Select(r => folder.Why(r.Id).Single().Result.Path));
        Assert.Equal((InputFate.Filtered, "language", "unknown-language"), folder.Why("c.png").Select(s => (s.Result.Fate, s.Result.Stage, s.Result.Reason)).Single());
    }

    [Fact]
    public async Task Sources_of_rows_are_kept_so_that_rows_can_be_derived_without_the_corpus()
    {
        _run.With("a.txt", "one é").With("b.txt", "reject");
        await _run.Do();
        Directory.Delete(_run.Corpus, recursive: true);

        var folder = _run.Open();
        var row = folder.Samples().Single();
        var source = folder.FindSource(row.SourceSha256, row.SourcePath);

        Assert.Equal(("one é", "text", 0L), (source!.Text, source.Language, source.Ordinal));
        Assert.Single(folder.Sources());
    }

    [Fact]
    public async Task A_sound_run_verifies_without_findings()
    {
        _run.With("a.txt", "one\nreject").With("b.txt", "one\nreject").With("c.png", "x").With("d.txt", "two");
        await _run.Do("syntax", "duplicates");

        Assert.Empty(_run.Open().Verify());
    }

    public static TheoryData<string, string, string, string> Damages => new()
    {
        { Rows, "one", "1ne", "hash-differs" },
        { Rows, "\"task\"", "\"tusk\"", "row-malformed" },
        { Rows, "\"status\":\"verified\"", "\"status\":\"excellent\"", "row-malformed" },
        { Rows, "\"index\":0", "\"index\":\"0\"", "row-malformed" },
        { Rows, "}\n", "}", "row-malformed" },
        { "rejects/rejects-00000-of-00001.jsonl", "\"reason\"", "\"season\"", "reject-malformed" },
        { "ledger.json", "\"kept\": 2", "\"kept\": 3", "ledger-unbalanced" },
        { "ledger.json", "\"rows\": 2", "\"rows\": 3", "ledger-unbalanced" },
        { "manifest.yaml", "test", "best", "hash-differs" },
        { "README.md", "#", "##", "hash-differs" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Verify_finds_what_was_changed(string file, string from, string to, string code)
    {
        _run.With("a.txt", "one").With("b.txt", "two").With("c.txt", "reject");
        await _run.Do();
        var path = Path.Combine(_run.Out(), file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), new UTF8Encoding(false), TestContext.Current.CancellationToken);

        var findings = _run.Open().Verify().ToList();

        Assert.Contains(findings, f => f.Code == code && f.File == file && f.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task Verify_finds_files_that_are_gone_or_do_not_belong()
    {
        _run.With("a.txt", "one").With("b.txt", "reject");
        await _run.Do();
        File.Delete(Path.Combine(_run.Out(), Rows));
        _run.Disk.Write("out/data/scripted/extra.jsonl", "{}");

        var findings = _run.Open().Verify().Select(f => (f.Code, f.File)).ToList();

        Assert.Contains(("file-missing", Rows), findings);
        Assert.Contains(("file-foreign", "data/scripted/extra.jsonl"), findings);
    }

    [Fact]
    public async Task The_same_content_twice_without_a_duplicates_filter_is_only_worth_a_look()
    {
        _run.With("a.txt", "one").With("b.txt", "one");
        await _run.Do();

        var finding = Assert.Single(_run.Open().Verify());

        Assert.Equal(("id-repeated", DiagnosticSeverity.Warning, 2L), (finding.Code, finding.Severity, finding.Line));
    }

    [Fact]
    public void A_folder_without_a_run_is_a_problem()
    {
        var thrown = Assert.Throws<ProblemException>(() => RunFolder.Open(_run.Disk.Path));

        Assert.Equal("not-a-run", thrown.Problem.Code);
    }

    [Fact]
    public async Task An_unfinished_run_says_how_far_it_is()
    {
        _run.With("a.txt", "machine");
        await Assert.ThrowsAsync<ProblemException>(() => _run.Do([]));

        var folder = _run.Open();

        Assert.Equal((1L, 1, 0, false), (folder.Status().Inputs, folder.Status().Shards, folder.Status().FinishedShards, folder.Status().Finished));
        Assert.Equal("run-unfinished", Assert.Throws<ProblemException>(folder.Ledger).Problem.Code);
    }

    [Fact]
    public async Task All_public_text_is_utf8_without_a_byte_order_mark_and_the_manifest_is_the_effective_one()
    {
        _run.With("ä.txt", "örtlich");
        await _run.Do();

        Assert.Equal("name: test\n", await File.ReadAllTextAsync(Path.Combine(_run.Out(), "manifest.yaml"), TestContext.Current.CancellationToken));
        Assert.All(Directory.EnumerateFiles(_run.Out()), f => Assert.NotEqual(0xEF, File.ReadAllBytes(f)[0]));
        Assert.Contains("örtlich", _run.Identity().Values.Select(v => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(v))).First(v => v.Contains("messages")), StringComparison.Ordinal);
    }
}
