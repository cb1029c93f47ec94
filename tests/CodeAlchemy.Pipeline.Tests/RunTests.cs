using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Tests.Kit;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class RunTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Every_input_ends_as_kept_filtered_duplicate_or_failed_and_the_ledger_balances()
    {
        _run.With("a.txt", "one\ntwo").With("b.txt", "one\ntwo").With("broken.txt", "x\n((").With("c.md", "((").With("empty.txt", " \n")
            .With("nul.txt", [65, 0, 66]).With("latin.txt", [0xE9, 0x20, 0x61]).With("picture.png", "text in disguise")
            .With("refused.txt", "reject").With("thrown.txt", "throw");

        var summary = await _run.Do("syntax", "duplicates");

        var ledger = summary.Ledger;
        Assert.Equal((10, 2, 5, 1, 2), (ledger.Inputs, ledger.Kept, ledger.Filtered, ledger.Duplicate, ledger.Failed));
        Assert.Equal(3, ledger.Rows);
        Assert.Equal(8, ledger.Rejects);
        Assert.True(ledger.Balanced);
        Assert.Equal(
            ["read 10→10", "encoding 10→7 binary=1 empty=1 encoding=1", "language 7→6 unknown-language=1", "syntax 6→5 syntax-error=1", "duplicates 5→4 exact-duplicate=1", "scripted 4→2 plugin-failure=1 scripted.reason=1"],
            ledger.ByStage.Select(Show));
    }

    [Fact]
    public async Task The_yield_is_told_by_strategy_language_and_reason()
    {
        _run.With("a.txt", "one\ntwo\nreject").With("b.txt", "reject").With("c.md", "three").With("d.md", "throw");

        var summary = await _run.Do();

        Assert.Equal(
            ["scripted markdown 2 1 1 plugin-failure=1", "scripted text 2 1 2 scripted.reason=2"],
            summary.Ledger.Yield.Select(y => $"{y.Strategy} {y.Language} {y.Inputs} {y.Kept} {y.Rows} {string.Join(' ', y.Rejects.Select(r => $"{r.Key}={r.Value}"))}"));
        Assert.Equal(LedgerJson.Write(summary.Ledger), LedgerJson.Write(LedgerJson.Read(LedgerJson.Write(summary.Ledger))));
    }

    [Fact]
    public async Task Rejects_name_input_stage_reason_and_a_stable_detail()
    {
        _run.With("a.txt", "one").With("b.txt", "one").With("broken.txt", "x\n((").With("thrown.txt", "word\nthrow").With("stable.txt", "reject-stable");

        await _run.Do("syntax", "duplicates");

        var rejects = _run.Open().Rejects().ToList();
        Assert.Equal(
            [
                ("b.txt", "duplicates", "exact-duplicate", "Same content as a.txt."),
                ("broken.txt", "syntax", "syntax-error", "The syntax tree holds an error, first at line 2."),
                ("stable.txt", "scripted", "scripted.stable", "Stable."),
                ("thrown.txt", "scripted", "plugin-failure", "System.InvalidOperationException: the plugin broke"),
            ],
            rejects.Select(r => (r.Input, r.Stage, r.Reason, r.Detail)));
        Assert.Equal("always this", rejects[2].Evidence);
        Assert.Null(rejects[3].Evidence);
        Assert.Equal(rejects.Count, rejects.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_file_with_rows_and_rejects_is_kept_and_both_are_written()
    {
        _run.With("mixed.txt", "one\nreject\ntwo\nthrow");

        var summary = await _run.Do();

        Assert.Equal((1, 0, 2, 2), (summary.Ledger.Kept, summary.Ledger.Failed, summary.Ledger.Rows, summary.Ledger.Rejects));
        Assert.Equal(["one", "two"], _run.Open().Samples().Select(s => s.Json.GetProperty("messages")[1].GetProperty("content").GetString()));
    }

    [Fact]
    public async Task A_strategy_that_says_nothing_about_a_file_is_accounted_for()
    {
        _run.With("a.txt", "silent").With("b.txt", "word");

        await _run.Do();

        var reject = Assert.Single(_run.Open().Rejects());
        Assert.Equal(("a.txt", RejectReasons.NothingToAsk), (reject.Input, reject.Reason));
    }

    [Theory]
    [InlineData("same", "The strategy made two rows with the index 0.", 1)]
    [InlineData("nan", "System.ArgumentException", 0)]
    public async Task A_row_that_cannot_be_written_becomes_a_reject_and_leaves_no_trace(string word, string detail, int rows)
    {
        _run.With("a.txt", word);

        await _run.Do();

        Assert.Equal(rows, _run.Open().Samples().Count());
        Assert.StartsWith(detail, Assert.Single(_run.Open().Rejects()).Detail, StringComparison.Ordinal);
        Assert.Empty(_run.Open().Verify());
    }

    [Fact]
    public async Task A_problem_of_the_machine_ends_the_run_instead_of_becoming_a_reject()
    {
        _run.With("a.txt", "machine");

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => _run.Do([]));

        Assert.Equal(("no-sandbox", ExitCode.MissingTool), (thrown.Problem.Code, thrown.Problem.Exit));
    }

    [Fact]
    public async Task Rows_stand_in_the_order_of_inputs_and_indexes_whatever_the_parallelism()
    {
        for (var i = 0; i < 200; i++)
        {
            _run.With($"{i:D3}.txt", string.Join('\n', Enumerable.Range(0, i % 7).Select(n => $"w{n}")) + "\nlast" + i);
        }

        var one = _run.Request(output: "one") with { Readers = 1 };
        await TestRun.Do(one with { Manifest = one.Manifest with { Run = new RunSection { Processes = 1 } } });
        var many = _run.Request(output: "many") with { Readers = 7 };
        await TestRun.Do(many with { Manifest = many.Manifest with { Run = new RunSection { Processes = 9 } } });

        var rows = _run.Open("many").Samples().Select(s => (s.SourcePath, s.Index)).ToList();
        Assert.Equal(rows.OrderBy(r => r.SourcePath, StringComparer.Ordinal).ThenBy(r => r.Index), rows);
        Assert.Equal(_run.Identity("one"), _run.Identity("many"));
    }

    [Fact]
    public async Task The_run_id_and_all_bytes_are_the_same_in_another_folder()
    {
        _run.With("a.txt", "one\nreject").With("b.txt", "two");

        var first = await TestRun.Do(_run.Request(output: "here"));
        var second = await TestRun.Do(_run.Request(output: "there"));

        Assert.Equal(first.RunId, second.RunId);
        Assert.Equal(_run.Identity("here"), _run.Identity("there"));
    }

    [Fact]
    public async Task Each_strategy_has_a_configuration_and_the_same_one_with_other_options_another()
    {
        _run.With("a.txt", "one");
        var request = _run.Request() with
        {
            Strategies = [TestRun.Strategy(), TestRun.Strategy(options: new JsonObject { ["style"] = "long" }), TestRun.Strategy("other")],
        };

        await TestRun.Do(request);

        Assert.Equal(
            ["data/other/train-00000-of-00001.jsonl", "data/scripted-2/train-00000-of-00001.jsonl", "data/scripted/train-00000-of-00001.jsonl"],
            _run.Identity().Keys.Where(k => k.StartsWith("data", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(3, _run.Open().Samples().Select(s => s.Id).Distinct().Count());
        Assert.Empty(_run.Open().Verify());
    }

    [Fact]
    public async Task The_same_strategy_twice_with_the_same_options_is_refused()
    {
        _run.With("a.txt", "one");
        var request = _run.Request() with { Strategies = [TestRun.Strategy(), TestRun.Strategy()] };

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => TestRun.Do(request));

        Assert.Equal(("strategy-twice", ExitCode.Configuration), (thrown.Problem.Code, thrown.Problem.Exit));
    }

    [Fact]
    public async Task Gzip_output_reads_back_as_the_same_rows()
    {
        _run.With("a.txt", "one\ntwo").With("b.txt", "three");
        await _run.Do();
        var request = _run.Request(output: "packed");

        await TestRun.Do(request with { Manifest = request.Manifest with { Output = request.Manifest.Output with { Format = "jsonl.gz" } } });

        Assert.Contains("data/scripted/train-00000-of-00001.jsonl.gz", _run.Identity("packed").Keys);
        Assert.Equal(_run.Open().Samples().Select(s => s.Id), _run.Open("packed").Samples().Select(s => s.Id));
        Assert.Empty(_run.Open("packed").Verify());
    }

    [Fact]
    public async Task More_failures_than_allowed_lead_to_exit_3_with_complete_data()
    {
        _run.With("a.txt", "one").With("b.txt", "reject").With("ignored.png", "x");
        var request = _run.Request();
        RunRequest Allowing(double share) => request with { Manifest = request.Manifest with { Run = new RunSection { RejectsAtMost = share } } };

        var strict = await TestRun.Do(Allowing(0.4));
        var again = await TestRun.Do(Allowing(0.5));

        Assert.Equal(ExitCode.Rejects, strict.Exit);
        Assert.Equal(0.5, strict.Ledger.FailedShare);
        Assert.Equal((RunState.NothingToDo, ExitCode.Ok), (again.State, again.Exit));
        Assert.Single(_run.Open().Samples());
    }

    [Fact]
    public async Task An_output_folder_inside_the_corpus_is_no_input()
    {
        _run.With("a.txt", "one");
        var request = _run.Request(output: "corpus/out");
        await TestRun.Do(request);

        var fresh = await TestRun.Do(request with { Resume = ResumeMode.Never });

        Assert.Equal(1, fresh.Ledger.Inputs);
    }

    [Fact]
    public async Task A_sidecar_is_no_input_and_part_of_the_identity_of_rows()
    {
        _run.With("a.txt", "one");
        await TestRun.Do(_run.Request(output: "without"));
        _run.With("a.txt.cases.yaml", "cases: []");

        var summary = await TestRun.Do(_run.Request(output: "with"));

        Assert.Equal(1, summary.Ledger.Inputs);
        Assert.Equal("cases: []", Assert.Single(_run.Open("with").Sources()).Sidecar);
        Assert.NotEqual(_run.Open("without").Samples().Single().Id, _run.Open("with").Samples().Single().Id);
    }

    [Fact]
    public async Task Rows_of_tables_carry_their_provenance_columns()
    {
        _run.Disk.Write("corpus/rows.jsonl", """
            {"content":"one","path":"lib/x.txt","blob_id":"b1","repo_name":"me/it","detected_licenses":["MIT"],"license_type":"permissive"}
            {"content":"two","language":"cobol"}
            {"nothing":1}
            """);
        var request = _run.Request();

        await TestRun.Do(request with { Manifest = request.Manifest with { Source = request.Manifest.Source with { Kind = "jsonl" } } });

        var rows = _run.Open().Samples().ToList();
        Assert.Equal(["lib/x.txt", "rows.jsonl#2"], rows.Select(r => r.SourcePath));
        Assert.Equal(
            """{"blob_id":"b1","repo_name":"me/it","path":"lib/x.txt","detected_licenses":["MIT"],"license_type":"permissive","sha256":"7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed","imports":[]}""",
            rows[0].Json.GetProperty("source").GetRawText());
        Assert.Equal(("rows.jsonl#3", "malformed-row"), _run.Open().Rejects().Select(r => (r.Input, r.Reason)).Single());
    }

    [Theory]
    [InlineData("syntax", "duplicates")]
    [InlineData("duplicates", "syntax")]
    [InlineData("syntax")]
    public async Task The_syntax_filter_records_what_inputs_import(params string[] filters)
    {
        _run.With("a.txt", "use beta\nuse alpha\nuse beta").With("b.txt", "use alpha").With("c.txt", "none").With("d.txt", "use gamma\n((");

        var summary = await _run.Do(filters);

        var count = Assert.Single(summary.Ledger.Imports);
        Assert.Equal(("text", 2L, "alpha 2, beta 1"), (count.Language, count.Inputs, string.Join(", ", count.Libraries.Select(l => $"{l.Key} {l.Value}"))));
        Assert.Equal(
            ["""["alpha","beta"]""", """["alpha"]""", "[]"],
            _run.Open().Samples().DistinctBy(r => r.SourcePath).Select(r => r.Json.GetProperty("source").GetProperty("imports").GetRawText()));
        Assert.Equal(LedgerJson.Write(summary.Ledger), File.ReadAllBytes(Path.Combine(_run.Out(), "ledger.json")));
        Assert.Contains("| text | 2 | 2 | alpha 2, beta 1 |", File.ReadAllText(Path.Combine(_run.Out(), "README.md")), StringComparison.Ordinal);
        Assert.Equal(["alpha", "beta"], _run.Open().Sources().First().Imports);
    }

    [Fact]
    public async Task The_plan_counts_what_the_run_then_does_and_writes_nothing()
    {
        _run.With("a.txt", "one").With("b.txt", "one").With("c.md", "two").With("d.txt", "((").With("e.png", "x");
        var request = _run.Request(["syntax", "duplicates"]);

        var plan = await PipelinePlanner.Plan(request, 0, TestContext.Current.CancellationToken);
        Assert.False(Directory.Exists(_run.Out()));
        var summary = await TestRun.Do(request);

        Assert.Equal((summary.RunId, 5L, 2L), (plan.RunId, plan.Inputs, plan.ToStrategies));
        Assert.Equal(ImmutableSortedDictionary<string, long>.Empty.Add("markdown", 1).Add("text", 1), plan.ByLanguage);
        Assert.Equal(ImmutableSortedDictionary<string, long>.Empty.Add("text", 2), plan.FilteredByLanguage);
        Assert.Equal(summary.Ledger.ByStage.SkipLast(1).Select(Show), plan.ByStage.Select(Show));
    }

    [Fact]
    public async Task A_corpus_without_inputs_is_a_problem_and_not_an_empty_dataset()
    {
        Directory.CreateDirectory(_run.Corpus);

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => _run.Do([]));

        Assert.Equal(("corpus-empty", ExitCode.Configuration), (thrown.Problem.Code, thrown.Problem.Exit));
    }

    [Fact]
    public async Task The_size_filter_decides_before_content_is_read()
    {
        _run.With("big.txt", new string('a', 2000)).With("fits.txt", "one").With("tiny.txt", "x");
        var request = _run.Request();
        var size = new FilterSection("size", new JsonObject { ["atMost"] = "1KiB", ["atLeast"] = 2 });

        var summary = await TestRun.Do(request with { Manifest = request.Manifest with { Filters = [size] } });

        Assert.Contains("size 3→1 too-large=1 too-small=1", summary.Ledger.ByStage.Select(Show));
        Assert.Equal("2000 bytes; at most 1024 are allowed.", _run.Open().Rejects().First().Detail);
    }

    [Theory]
    [InlineData("utf-16", "one\né")]
    [InlineData("utf-16BE", "one\né")]
    [InlineData("utf-8", "one\né")]
    public async Task Byte_order_marks_are_read_and_do_not_become_text(string encoding, string text)
    {
        var written = Encoding.GetEncoding(encoding);
        _run.With("a.txt", [.. written.GetPreamble(), .. written.GetBytes(text)]).With("plain.txt", text);

        var summary = await _run.Do("duplicates");

        Assert.Equal((1, 1), (summary.Ledger.Kept, summary.Ledger.Duplicate));
        Assert.Equal(text, _run.Open().Sources().Single().Text);
    }

    private static string Show(StageCount stage) =>
        string.Join(' ', [$"{stage.Stage} {stage.In}→{stage.Out}", .. stage.Reasons.Select(r => $"{r.Key}={r.Value}")]);
}
