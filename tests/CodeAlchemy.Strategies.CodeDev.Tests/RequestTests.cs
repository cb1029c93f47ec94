using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Strategies.CodeTrace.Tests;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDev.Tests;

/// <summary>The model's words are written here; a program writes what stands in its last line.</summary>
public sealed class RequestTests
{
    private const string Same = "# The sum of three numbers.\nresult = 6\nprint(\"sum is 6\")\n";
    private const string Other = "result = 7\nprint(\"sum is 7\")\n";

    [Theory]
    [InlineData("document")]
    [InlineData("refactor")]
    [InlineData("optimise")]
    [InlineData("migrate")]
    public async Task A_rewrite_that_behaves_the_same_is_a_verified_row(string kind)
    {
        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(Bench(kind, Ask("Please tidy the computation up."), File(Same)))));

        Assert.Equal((kind, "model"), (row.Task, row.Labels["mode"]));
        Assert.Equal(["parses", "same-behaviour"], row.Verification.Where(v => v.Status == VerificationStatus.Verified).Select(v => v.Method));
        Assert.StartsWith("Please tidy the computation up.\n\nsum.py:\n\n```python\n", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Equal([new ModelReference("default", "tiny")], row.Models);
    }

    [Fact]
    public async Task A_rewrite_that_behaves_otherwise_is_told_so_and_repaired_once()
    {
        var bench = Bench("refactor", Ask("Please tidy the computation up."), File(Other), File(Same));

        Assert.IsType<Sample>(Assert.Single(await Outcomes(bench)));
        Assert.Contains("it writes something else to standard output", bench.Seen.Asked[2].Messages[^1].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("behaviour-changed", "Done.\n\n```python\nprint(\"sum is 7\")\n```\n")]
    [InlineData("no-code-block", "I would rather not.")]
    public async Task A_rewrite_that_stays_wrong_is_a_reject_with_the_reply(string reason, string reply)
    {
        var reject = Assert.IsType<Reject>(Assert.Single(await Outcomes(Bench("optimise", Ask("Please make it a bit faster."), reply, reply))));

        Assert.Equal(reason, reject.Reason);
        Assert.EndsWith(reply, reject.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_as_it_was_is_no_rewrite()
    {
        var reply = File(Programs.SumText + "\n");

        Assert.Equal("code-dev.nothing-changed", Assert.IsType<Reject>(Assert.Single(await Outcomes(Bench("document", Ask("Please document the file."), reply, reply)))).Reason);
    }

    [Fact]
    public async Task A_translation_is_run_in_its_own_language()
    {
        SourceFile? translated = null;
        var bench = Bench("translate", p => translated = p.Language == "python" ? translated : p, Ask("Please port it, we need it elsewhere."), File(Same));

        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(bench)));

        Assert.Equal(row.Labels["target"], translated!.Language);
        Assert.Equal("sum", Path.GetFileNameWithoutExtension(translated.Path));
        Assert.NotEqual(".py", Path.GetExtension(translated.Path));
        Assert.Contains(row.Verification, v => v.Method == "same-behaviour" && v.Status == VerificationStatus.Verified);
    }

    [Fact]
    public async Task Tests_that_hold_are_kept_and_written_out()
    {
        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(Bench("test", Ask("We need a few tests for it."), Tests("sum is 6\n")))));

        Assert.Equal("all 2 tests hold for the program", Assert.Single(row.Verification).Evidence);
        Assert.Contains("1. adds three numbers. Run `sum.py` with the arguments `1`, `2`, `3` and empty standard input. The exit status must be 0", row.Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_does_not_hold_is_a_reject_after_one_repair()
    {
        var bench = Bench("test", Ask("We need a few tests for it."), Tests("sum is 9\n"), Tests("sum is 8\n"));

        Assert.Equal(RejectReasons.WrongAnswer, Assert.IsType<Reject>(Assert.Single(await Outcomes(bench))).Reason);
        Assert.Contains("Test 1 does not hold", bench.Seen.Asked[2].Messages[^1].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain", "prose")]
    [InlineData("review", "prose")]
    [InlineData("extend", "feature")]
    public async Task What_no_run_can_check_is_marked_as_unverified(string kind, string method)
    {
        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(Bench(kind, Ask("Please have a look at the loop."), File(Same)))));

        Assert.Equal(VerificationStatus.Unverified, row.Verification.Single(v => v.Method == method).Status);
    }

    [Fact]
    public async Task A_file_that_does_not_run_gives_rows_whose_behaviour_is_unverified_and_says_why()
    {
        var bench = Benches.Of(Programs.Source(), c => Programs.Refused("nondeterministic", "The runs differ.", "line 3"))
            .WithOptions(Options("document"))
            .WithReplies(Script(Ask("Please document the file."), File(Same)));

        var outcomes = await Outcomes(bench);

        Assert.Equal("nondeterministic", Assert.Single(outcomes.OfType<Reject>()).Reason);
        Assert.Equal(VerificationStatus.Unverified, Assert.Single(outcomes.OfType<Sample>()).Verification[1].Status);
    }

    private static string Ask(string request) => JsonSerializer.Serialize(new { request });

    private static string File(string code) => $"Done as asked.\n\n```python\n{code}```\n";

    private static string Tests(string stdout) => JsonSerializer.Serialize(new
    {
        intent = "Two tests of the sum.",
        tests = new[]
        {
            new { checks = "adds three numbers", arguments = new[] { "1", "2", "3" }, stdin = "", stdout, exit = 0 },
            new { checks = "adds the numbers it reads", arguments = Array.Empty<string>(), stdin = "6\n", stdout, exit = 0 },
        },
    });

    private static string Options(string kind) => $$"""{"requestKinds": ["{{kind}}"], "mutations": 0}""";

    private static TestWorkbench Bench(string kind, params string[] replies) => Bench(kind, _ => { }, replies);

    private static TestWorkbench Bench(string kind, Action<SourceFile> ran, params string[] replies) => Benches.Of(Programs.Source(), Programs.Sum)
        .WithOptions(Options(kind))
        .WithCases([new ExecutionCase { Name = "three", Arguments = ["1", "2", "3"] }])
        .WithReplies(Script(replies))
        .WithRuns((program, _) =>
        {
            ran(program);
            var output = program.Text == Programs.SumText ? "sum is 6\n" : program.Text.TrimEnd().Split('\n')[^1].Split('"')[1] + "\n";
            return new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. Encoding.UTF8.GetBytes(output)] };
        });

    private static Func<ChatRequest, ChatOutcome> Script(params string[] replies)
    {
        var left = new Queue<string>(replies);
        return request =>
        {
            var text = left.Dequeue();
            var json = request.Schema is null ? (JsonElement?)null : JsonDocument.Parse(text).RootElement;
            return ChatOutcome.Of(new ChatReply { Content = text, FinishReason = "stop", Model = "tiny", Endpoint = "http://127.0.0.1:1", Structured = json });
        };
    }

    private static async Task<List<Outcome>> Outcomes(TestWorkbench bench) =>
        await new CodeDevStrategy().Transform(Programs.Source(), bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
