using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests.Published;

/// <summary>Each fault has a reason of its own. The model may mend one; here it says the same again.</summary>
public sealed class PublishedRejectTests
{
    private static readonly string[] Good = ["TRACE:IN:a:n=1\n", "TRACE:IN:a:n=2\n", "TRACE:IN:a:n=3\n"];

    [Theory]
    [InlineData(14, "code-trace.trace-points")]
    [InlineData(15, null)]
    [InlineData(25, null)]
    [InlineData(26, "code-trace.trace-points")]
    public async Task The_number_of_trace_points_is_held(int points, string? reason) =>
        await Expect(new PublishedFixture { Answers = [PublishedFixture.Reply(PublishedFixture.Instrumented(points))] }, reason);

    [Theory]
    [InlineData("TRACE:STEP:a:x")]
    [InlineData("TRACE:{kind}:a:x")]
    [InlineData("TRACE:VAR:{place}:x")]
    [InlineData("TRACE: a line")]
    public async Task A_trace_point_without_a_known_type_and_a_literal_place_is_refused(string text) => await Expect(
        new PublishedFixture { Answers = [PublishedFixture.Reply(PublishedFixture.Instrumented(18) + $"print(f'{text}')\n")] }, "code-trace.trace-type");

    [Theory]
    [InlineData("just words")]
    [InlineData("```python\nx = 1\n```")]
    [InlineData("```python\nx\n```\n```python\ny\n```")]
    [InlineData("```python\nx\n```\n```bash\ny\n```\n```bash\nz\n```")]
    public async Task A_reply_without_two_blocks_of_which_one_is_a_script_is_mended_twice_and_then_refused(string reply)
    {
        var fixture = new PublishedFixture { Answers = [reply] };

        await Expect(fixture, RejectReasons.NoCodeBlock);

        Assert.Equal(3, fixture.Bench.Seen.Asked.Count);
    }

    [Fact]
    public async Task Trace_files_are_named_without_gaps_and_there_are_three_to_five()
    {
        await Expect(Twisted(files => files.Remove("trace2.txt")), "code-trace.trace-files");
        await Expect(Twisted(files => files.Clear()), "code-trace.case-count");
        await Expect(new PublishedFixture { Traces = _ => Good[..2], Plain = ["", ""] }, "code-trace.case-count");
        await Expect(new PublishedFixture { Traces = _ => [.. Enumerable.Range(0, 6).Select(i => $"TRACE:IN:a:{i}\n")], Plain = ["", "", "", "", "", ""] }, "code-trace.case-count");
    }

    [Theory]
    [InlineData("", "code-trace.empty-trace")]
    [InlineData("only words\n", "code-trace.empty-trace")]
    [InlineData("TRACE:IN:a:n=1\nTRACE:STEP:b:c\n", "code-trace.malformed-line")]
    [InlineData("TRACE:IN:a:n=1\nTRACE:IN:a\n", "code-trace.malformed-line")]
    [InlineData("TRACE:IN:a:n=1\nTRACE IN a\n", "code-trace.malformed-line")]
    [InlineData("TRACE:IN:a:n=1\n=== END trace1.txt ===\n", "code-trace.malformed-line")]
    [InlineData("TRACE:IN:a:n=1\nsecond line of a value\n", "code-trace.malformed-line")]
    [InlineData("TRACE:IN:a:\u001b[0m\n", "code-trace.malformed-line")]
    [InlineData("TRACE:IN:a:n=2\n", "code-trace.same-cases")]
    public async Task Every_line_is_a_trace_line_and_every_file_is_another(string first, string reason) =>
        await Expect(new PublishedFixture { Traces = _ => [first, .. Good[1..]] }, reason);

    [Fact]
    public async Task Trace_files_that_are_too_long_together_are_refused() =>
        await Expect(new PublishedFixture { Traces = _ => [.. Good, "TRACE:VAR:a:" + new string('x', 300) + "\n"], Plain = ["", "", "", ""] }, "code-trace.too-long", """{"maxTraceCharacters": 300}""");

    [Fact]
    public async Task A_script_that_bash_does_not_read_is_refused_before_anything_runs()
    {
        var fixture = new PublishedFixture
        {
            Twist = (request, result) => request.CheckOnly ? result with { Run = Ended(2, "line 3: syntax error") } : throw new InvalidOperationException("started"),
        };

        await Expect(fixture, "code-trace.script-syntax");
    }

    [Fact]
    public async Task A_script_must_end_well_and_far_from_the_limits()
    {
        await Expect(new PublishedFixture { Twist = (r, result) => r.CheckOnly ? result : result with { Run = Ended(127, "gcc: not found") } }, RejectReasons.DoesNotRun);
        await Expect(new PublishedFixture { Twist = (r, result) => r.CheckOnly ? result : result with { Run = result.Run with { Status = ExecutionStatus.Timeout, ExitCode = null } } }, RejectReasons.DoesNotRun);
        await Expect(new PublishedFixture { Twist = (r, result) => result with { IsNearLimit = !r.CheckOnly } }, RejectReasons.NearLimit);
        await Expect(new PublishedFixture { Twist = (r, result) => r.CheckOnly ? result : result with { FilesLeftOut = 1, Files = result.Files.Clear() } }, "code-trace.trace-files");
    }

    [Fact]
    public async Task Runs_that_differ_are_nondeterministic_whichever_of_them_it_is()
    {
        foreach (var other in new[] { 1, 2 })
        {
            await Expect(new PublishedFixture { Traces = r => r == other ? ["TRACE:IN:a:n=9\n", .. Good[1..]] : Good }, RejectReasons.Nondeterministic);
            await Expect(new PublishedFixture { Traces = r => r == other ? Good[..2] : Good }, RejectReasons.Nondeterministic);
            await Expect(new PublishedFixture { Twist = (r, result) => r.Repetition == other ? result with { Run = Ended(1, "") } : result }, RejectReasons.Nondeterministic);
        }
    }

    [Fact]
    public async Task Behaviour_must_stay_as_it_was()
    {
        await Expect(new PublishedFixture { Output = "sum is 18\n" }, RejectReasons.BehaviourChanged);
        await Expect(new PublishedFixture { Twist = (r, result) => IsOriginal(r) ? result with { Run = result.Run with { Stdout = [1] } } : result }, RejectReasons.BehaviourChanged);
        await Expect(new PublishedFixture { Twist = (r, result) => IsOriginal(r) ? result with { Run = Ended(3, "") } : result }, RejectReasons.BehaviourChanged);
    }

    [Fact]
    public async Task Lines_that_the_original_writes_must_not_be_lost() =>
        await Expect(new PublishedFixture { Plain = ["warning\n", "", ""] }, "code-trace.malformed-line");

    [Fact]
    public async Task A_script_that_writes_the_trace_lines_itself_is_found_out() =>
        await Expect(new PublishedFixture { Plain = Good }, "code-trace.not-from-program");

    [Fact]
    public async Task A_file_that_speaks_of_traces_itself_or_whose_runs_disagree_costs_no_request()
    {
        var own = new PublishedFixture { Source = Programs.Source("print('TRACE:x')\n") };
        var wavering = new PublishedFixture { Evidence = _ => Programs.Refused("nondeterministic", "The runs differ.") };

        await Expect(own, "code-trace.traces-already");
        await Expect(wavering, "nondeterministic");

        Assert.Empty(own.Bench.Seen.Asked);
        Assert.Empty(wavering.Bench.Seen.Asked);
    }

    [Fact]
    public async Task One_observed_fault_may_be_mended()
    {
        var fixture = new PublishedFixture
        {
            Answers = [PublishedFixture.Reply(PublishedFixture.Instrumented(3)), "sorry", PublishedFixture.Reply(PublishedFixture.Instrumented(20))],
        };

        Assert.IsType<Sample>(await fixture.Make());

        Assert.Equal(3, fixture.Bench.Seen.Asked.Count);
        Assert.Contains("3 trace points; it must have 15 to 25", fixture.Bench.Seen.Asked[1].Messages[^1].Content, StringComparison.Ordinal);
        Assert.Contains("exactly two fenced code blocks", fixture.Bench.Seen.Asked[2].Messages[^1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_fails_or_a_reply_that_was_cut_makes_no_content()
    {
        var cut = new ChatReply { Content = PublishedFixture.Reply(PublishedFixture.Instrumented(20)), FinishReason = "length", Model = "m", Endpoint = "e" };

        await Expect(new PublishedFixture { Instead = ChatOutcome.Failed(RejectReasons.ModelUnavailable, "503") }, RejectReasons.ModelUnavailable);
        await Expect(new PublishedFixture { Instead = ChatOutcome.Of(cut) }, RejectReasons.ReplyCut);
    }

    [Fact]
    public async Task After_a_second_fault_the_reject_has_the_raw_reply()
    {
        var last = PublishedFixture.Reply(PublishedFixture.Instrumented(40));
        var fixture = new PublishedFixture { Answers = [PublishedFixture.Reply(PublishedFixture.Instrumented(3)), last] };

        var reject = Assert.IsType<Reject>(await fixture.Make());

        Assert.Equal(("published", "code-trace.trace-points", 2), (reject.Task, reject.Reason, fixture.Bench.Seen.Asked.Count));
        Assert.EndsWith(last, reject.Evidence, StringComparison.Ordinal);
    }

    private static async Task Expect(PublishedFixture fixture, string? reason, string options = "{}")
    {
        var outcome = await fixture.Make(options);

        Assert.Equal(reason, (outcome as Reject)?.Reason);
    }

    private static PublishedFixture Twisted(
        Func<ImmutableSortedDictionary<string, ImmutableArray<byte>>, ImmutableSortedDictionary<string, ImmutableArray<byte>>> twist) =>
        new() { Twist = (request, result) => request.CheckOnly ? result : result with { Files = twist(result.Files) } };

    private static bool IsOriginal(ScriptRequest request) =>
        request.Files.Values.Any(content => content.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(Programs.SumText)));

    private static RunResult Ended(int code, string stderr) =>
        new() { Status = ExecutionStatus.Error, ExitCode = code, Stderr = [.. System.Text.Encoding.UTF8.GetBytes(stderr)] };
}
