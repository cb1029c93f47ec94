using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Hosting.Models;
using CodeAlchemy.Pipeline.Results;
using CodeAlchemy.Pipeline.Tests.Kit;

namespace CodeAlchemy.Pipeline.Tests;

public sealed class ResumeTests : IDisposable
{
    private const int Points = 30;
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    public static TheoryData<int, bool> FaultPoints()
    {
        var data = new TheoryData<int, bool>();
        for (var i = 0; i < Points; i++)
        {
            data.Add(i, i % 2 == 0);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FaultPoints))]
    public async Task A_run_stopped_at_any_point_and_started_again_gives_the_same_bytes(int point, bool cancels)
    {
        Fill(42);
        string[] filters = point % 3 == 0 ? [] : ["syntax", "duplicates"];
        await TestRun.Do(Small(filters, new TestPorts(), "whole"));
        var random = new Random(point);
        var starts = 0;
        var runs = 0;
        RunSummary? summary = null;
        while (summary is null)
        {
            using var stop = new CancellationTokenSource();
            var left = starts++ < 3 ? random.Next(1, 120) : int.MaxValue;
            var ports = new TestPorts(() => Break(ref left, cancels, stop));
            try
            {
                summary = await PipelineRunner.Run(Small(filters, ports, "broken") with { Readers = random.Next(1, 4) }, stop.Token);
            }
            catch (OperationCanceledException) when (cancels)
            {
            }
            catch (FaultException) when (!cancels)
            {
            }

            runs += ports.Runs;
        }

        Assert.Equal(_run.Identity("whole"), _run.Identity("broken"));
        Assert.DoesNotContain(_run.Open("broken").Verify(), f => f.Severity == DiagnosticSeverity.Error);
        Assert.Equal(summary.Ledger.Rows, _run.Open("broken").Samples().LongCount());
        Assert.InRange(starts, 2, 4);
        Assert.Equal(Programs(), runs);
    }

    [Fact]
    public async Task Finished_shards_are_not_done_again()
    {
        Fill(30);
        var left = 25;
        using var stop = new CancellationTokenSource();
        var first = new TestPorts();
        var request = Small([], first, "out") with
        {
            Observer = new Watcher(() =>
            {
                if (--left == 0)
                {
                    stop.Cancel();
                }
            }),
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PipelineRunner.Run(request, stop.Token));
        var finished = _run.Open().Status().FinishedShards;

        var second = new TestPorts();
        var summary = await TestRun.Do(Small([], second, "out"));

        Assert.Equal(1, finished);
        Assert.True(summary.Resumed);
        Assert.Equal(14, second.Seen[0].Ordinal);
        Assert.Equal(30, summary.Ledger.Inputs);
    }

    [Fact]
    public async Task A_finished_run_started_again_has_nothing_to_do()
    {
        _run.With("a.txt", "one");
        await _run.Do();
        var before = _run.Identity();
        var ports = new TestPorts();

        var again = await TestRun.Do(_run.Request(ports: ports));

        Assert.Equal((RunState.NothingToDo, 1L), (again.State, again.Ledger.Kept));
        Assert.Empty(ports.Seen);
        Assert.Equal(before, _run.Identity());
    }

    [Theory]
    [InlineData("ledger.json")]
    [InlineData("data/scripted/train-00000-of-00001.jsonl")]
    public async Task A_public_file_that_was_deleted_comes_back_from_the_parts(string file)
    {
        _run.With("a.txt", "one");
        await _run.Do();
        var before = _run.Identity();
        File.Delete(Path.Combine(_run.Out(), file));
        var ports = new TestPorts();

        await TestRun.Do(_run.Request(ports: ports));

        Assert.Equal(before, _run.Identity());
        Assert.Empty(ports.Seen);
    }

    [Fact]
    public async Task A_folder_of_another_plan_is_refused_unless_it_is_thrown_away()
    {
        _run.With("a.txt", "one");
        await _run.Do();
        await File.WriteAllTextAsync(Path.Combine(_run.Out(), "reviews.jsonl"), "{}\n", TestContext.Current.CancellationToken);
        var changed = _run.Request() with { ToolVersion = "2.0.0" };

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => TestRun.Do(changed));
        var fresh = await TestRun.Do(changed with { Resume = ResumeMode.Never });

        Assert.Equal(("run-folder-other", ExitCode.Configuration), (thrown.Problem.Code, thrown.Problem.Exit));
        Assert.False(fresh.Resumed);
        Assert.Equal(fresh.RunId, _run.Open().Samples().Single().Json.GetProperty("provenance").GetProperty("run").GetString());
        Assert.True(File.Exists(Path.Combine(_run.Out(), "reviews.jsonl")));
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_refused_and_left_alone()
    {
        _run.With("a.txt", "one");
        _run.Disk.Write("out/thesis.tex", "precious");

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => TestRun.Do(_run.Request() with { Resume = ResumeMode.Never }));

        Assert.Equal("output-not-empty", thrown.Problem.Code);
        Assert.Equal(["thesis.tex"], Directory.EnumerateFileSystemEntries(_run.Out()).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Always_resume_refuses_a_folder_without_a_run()
    {
        _run.With("a.txt", "one");

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => TestRun.Do(_run.Request() with { Resume = ResumeMode.Always }));

        Assert.Equal("nothing-to-resume", thrown.Problem.Code);
    }

    [Fact]
    public async Task A_second_run_on_a_held_folder_is_told_who_holds_it()
    {
        _run.With("a.txt", "wait");
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var ports = new TestPorts(() => { });
        var first = PipelineRunner.Run(
            _run.Request(ports: ports) with { Workbenches = new Signalling(ports, started) }, stop.Token);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);

        var thrown = await Assert.ThrowsAsync<ProblemException>(() => _run.Do([]));
        var heldBy = _run.Open().Status().HeldBy;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.Equal(("run-folder-busy", ExitCode.Failure), (thrown.Problem.Code, thrown.Problem.Exit));
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", thrown.Problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"process {Environment.ProcessId}", heldBy, StringComparison.Ordinal);
        Assert.Null(_run.Open().Status().HeldBy);
    }

    [Fact]
    public async Task A_file_that_changes_between_filter_and_strategy_fails_with_that_reason()
    {
        _run.With("a.txt", "one").With("b.txt", "two");
        var ports = new TestPorts();
        var request = _run.Request(["duplicates"], ports) with
        {
            Observer = new Watcher(() => { }, phase =>
            {
                if (phase == "resolve")
                {
                    _run.With("b.txt", "other");
                }
            }),
        };

        var summary = await TestRun.Do(request);

        Assert.Equal((1, 1), (summary.Ledger.Kept, summary.Ledger.Failed));
        Assert.Equal(("b.txt", "changed-during-run"), _run.Open().Rejects().Select(r => (r.Input, r.Reason)).Single());
    }

    private void Fill(int files)
    {
        string[] scripts = ["run\none {0}", "reject\ntwo {0}", "run\nlog\nthree {0}", "throw", "((", "same text everywhere", "run\nx{0}"];
        for (var i = 0; i < files; i++)
        {
            _run.With($"{i:D3}.txt", string.Format(System.Globalization.CultureInfo.InvariantCulture, scripts[i % scripts.Length], i));
        }
    }

    private int Programs() => Directory.EnumerateFiles(_run.Corpus)
        .Count(f => File.ReadAllText(f).StartsWith("run", StringComparison.Ordinal));

    private RunRequest Small(string[] filters, TestPorts ports, string output) =>
        _run.Request(filters, ports, output) with { ShardInputs = 14 };

    private static void Break(ref int left, bool cancels, CancellationTokenSource stop)
    {
        if (Interlocked.Decrement(ref left) != 0)
        {
            return;
        }

        if (!cancels)
        {
            throw new FaultException();
        }

        stop.Cancel();
    }

    private sealed class FaultException : Exception;

    [Fact]
    public async Task A_run_whose_model_gave_no_answer_is_not_finished_and_asks_again_for_what_is_missing()
    {
        _run.With("a.txt", "one\nask a").With("b.txt", "run").With("c.txt", "ask c");
        var ports = new TestPorts { IsSilent = true };

        var stopped = await Assert.ThrowsAsync<ProblemException>(() => TestRun.Do(Asking(ports)));
        Assert.Equal((ExitCode.Limit, "answers-missing"), (stopped.Problem.Exit, stopped.Problem.Code));
        Assert.Contains("2 rows", stopped.Problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_run.Out(), "ledger.json")));

        ports.IsSilent = false;
        var summary = await TestRun.Do(Asking(ports));
        Assert.Equal((3, 4, 0), (summary.Ledger.Kept, summary.Ledger.Rows, summary.Ledger.Rejects));
        Assert.Equal(1, ports.Runs);

        await TestRun.Do(Asking(new TestPorts(), "undisturbed"));
        Assert.Equal(_run.Identity("undisturbed"), _run.Identity());
    }

    [Fact]
    public async Task A_run_that_gives_up_is_finished_without_the_answers_that_did_not_come()
    {
        _run.With("a.txt", "one\nask a").With("c.txt", "ask c");

        var summary = await TestRun.Do(Asking(new TestPorts { IsSilent = true }) with { GiveUp = true });

        Assert.Equal((1, 1, 1, 2), (summary.Ledger.Kept, summary.Ledger.Failed, summary.Ledger.Rows, summary.Ledger.Rejects));
        Assert.All(_run.Open().Rejects(), reject => Assert.Equal("model-unavailable", reject.Reason));
    }

    [Fact]
    public async Task A_row_names_its_model_and_another_way_of_sampling_gives_it_another_id()
    {
        _run.With("a.txt", "one\nask a");
        await TestRun.Do(Asking(new TestPorts()));
        var warm = Asking(new TestPorts(), "warm");
        await TestRun.Do(warm with { Manifest = warm.Manifest with { Models = [Model with { Temperature = 1 }] } });

        var (cold, hot) = (_run.Open().Samples().ToList(), _run.Open("warm").Samples().ToList());
        Assert.Equal(cold[0].Id, hot[0].Id);
        Assert.NotEqual(cold[1].Id, hot[1].Id);
        var provenance = hot[1].Json.GetProperty("provenance");
        Assert.Equal("tiny", provenance.GetProperty("model").GetString());
        Assert.Equal("""{"default":{"maxTokens":4096,"temperature":1,"topP":null}}""", provenance.GetProperty("model_parameters").GetString());
        Assert.Null(cold[0].Json.GetProperty("provenance").GetProperty("model").GetString());
    }

    private static ModelDefinition Model { get; } = new()
    {
        Name = "default",
        Endpoints = [new ModelEndpoint { Url = new Uri("http://127.0.0.1:1/v1"), Model = "tiny" }],
    };

    private RunRequest Asking(TestPorts ports, string output = "out")
    {
        var request = _run.Request([], ports, output);
        return request with { Manifest = request.Manifest with { Models = [Model] } };
    }
}
