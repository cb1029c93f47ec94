using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Strategies.CodeTrace.Tests;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeQa.Tests;

/// <summary>The model's words are written here; "programs" are Python texts whose outputs are looked up.</summary>
public sealed class ProblemTests
{
    private const string Doubling = "n = int(input())\nprint(n * 2)\n";
    private const string Wrong = "n = int(input())\nprint(n + 2)\n";

    private static readonly string Problem = JsonSerializer.Serialize(new
    {
        title = "Doubling",
        statement = "Read one whole number from standard input and write twice the number, followed by a line end. The number may be negative.",
        examples = new[] { new { stdin = "2\n", stdout = "4\n" }, new { stdin = "5\n", stdout = "10\n" } },
    });

    [Fact]
    public async Task A_program_that_passes_all_examples_is_a_verified_row_of_its_problem()
    {
        var bench = Bench("write-program", Problem, Answer(Doubling));

        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(bench)));

        Assert.Equal("write-program", row.Task);
        Assert.Equal(new Verification("examples", VerificationStatus.Verified, "2 of 2 examples"), Assert.Single(row.Verification));
        Assert.StartsWith("# Doubling", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Contains("```\n10\n```", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Contains(Doubling, row.Messages[1].Content, StringComparison.Ordinal);
        Assert.Equal("thinking", row.Messages[1].Reasoning);
        Assert.Equal([new ModelReference("default", "tiny")], row.Models);
        Assert.Contains(row.Prompts, p => p.Template == "code-qa/model-program.scriban");
        Assert.Equal("model", row.Labels["mode"]);
        Assert.DoesNotContain("def total", bench.Seen.Asked[1].Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_program_is_told_what_the_run_showed_and_repaired_once()
    {
        var bench = Bench("write-program", Problem, Answer(Wrong), Answer(Doubling));

        Assert.IsType<Sample>(Assert.Single(await Outcomes(bench)));

        var told = bench.Seen.Asked[2].Messages[^1].Content;
        Assert.Contains("With the input\n\n```\n5\n```\n\nthe program writes\n\n```\n7\n```\n\ninstead of\n\n```\n10\n```", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong-answer", "Sure:\n```python\nn = int(input())\nprint(n + 2)\n```\n")]
    [InlineData("does-not-run", "```python\ncrash\n```\n")]
    [InlineData("no-code-block", "I would double it.")]
    [InlineData("no-code-block", "```\na\n```\n```\nb\n```")]
    public async Task A_program_that_stays_wrong_is_a_reject_with_the_reply(string reason, string reply)
    {
        var reject = Assert.IsType<Reject>(Assert.Single(await Outcomes(Bench("write-program", Problem, reply, reply))));

        Assert.Equal((reason, "write-program"), (reject.Reason, reject.Task));
        Assert.EndsWith(reply, reject.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prediction_that_a_run_confirms_is_kept_and_shows_the_observed_output()
    {
        var answer = JsonSerializer.Serialize(new { explanation = "It counts the words of the list one by one.", output = "sum is 6" });

        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(Bench("predict-snippet", Snippet, answer))));

        Assert.Equal(VerificationStatus.Verified, Assert.Single(row.Verification).Status);
        Assert.EndsWith("```\nsum is 6\n```", row.Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_prediction_is_a_reject()
    {
        var answer = JsonSerializer.Serialize(new { explanation = "It counts the words of the list one by one.", output = "sum is 7" });

        Assert.Equal(RejectReasons.WrongAnswer, Assert.IsType<Reject>(Assert.Single(await Outcomes(Bench("predict-snippet", Snippet, answer)))).Reason);
    }

    [Fact]
    public async Task A_fault_that_does_not_show_is_no_problem()
    {
        var problem = Fault("print('sum is 6')  # twenty characters", "print(\"sum is 6\")  # twenty characters");

        var reject = Assert.IsType<Reject>(Assert.Single(await Outcomes(Bench("repair-program", problem, Answer("print('sum is 6')\n")))));

        Assert.Equal(RejectReasons.SameBehaviour, reject.Reason);
    }

    [Fact]
    public async Task A_repair_is_kept_when_it_writes_what_the_right_program_writes()
    {
        var problem = Fault("print('sum is 6')  # twenty characters", "print('sum is 5')  # twenty characters");

        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(Bench("repair-program", problem, Answer("print('sum is 6')\n")))));

        Assert.Equal("fix-execution", Assert.Single(row.Verification).Method);
        Assert.StartsWith("The sum is too small", row.Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prose_is_marked_as_unverified()
    {
        var question = JsonSerializer.Serialize(new { question = "Why does a generator keep its state between calls?" });

        var row = Assert.IsType<Sample>(Assert.Single(await Outcomes(Bench("explain-concept", question, "Because its frame lives on."))));

        Assert.Equal(VerificationStatus.Unverified, Assert.Single(row.Verification).Status);
    }

    [Fact]
    public async Task A_model_that_declines_gives_a_reject_and_the_other_kinds_go_on()
    {
        var bench = Benches.Of(Programs.Source(), Programs.Sum)
            .WithOptions("""{"problems": 4}""")
            .WithReplies(_ => ChatOutcome.Of(new ChatFailure(RejectReasons.ModelRefusal, "said no at 10:31", "no") { IsFinal = true }));

        var outcomes = await Outcomes(bench);

        Assert.Equal(["explain-concept", "predict-snippet", "repair-program", "write-program"], outcomes.Select(o => o.Task).Order(StringComparer.Ordinal));
        Assert.All(outcomes.Cast<Reject>(), r => Assert.Equal((RejectReasons.ModelRefusal, "The model declined to answer."), (r.Reason, r.Detail)));
    }

    [Fact]
    public async Task Without_a_model_and_with_mode_auto_questions_are_computed_and_with_both_both_are_made()
    {
        var computed = await Outcomes(Benches.Of(Programs.Source(), Programs.Sum));
        var both = await Outcomes(Benches.Of(Programs.Source(), Programs.Sum)
            .WithOptions("""{"mode": "both", "problems": 1, "problemKinds": ["explain-concept"]}""")
            .WithReplies(Script(JsonSerializer.Serialize(new { question = "Why does a generator keep its state?" }), "Its frame lives on.")));

        Assert.All(computed.OfType<Sample>(), row => Assert.Equal("grounded", row.Labels["mode"]));
        Assert.Equal(computed.Count + 1, both.Count);
    }

    private static string Snippet { get; } = JsonSerializer.Serialize(new { code = "words = [1, 2, 3]\nprint('sum is', sum(words))\n" });

    private static string Fault(string right, string faulty) =>
        JsonSerializer.Serialize(new { right, faulty, symptom = "The sum is too small by one every time.", stdin = "" });

    private static string Answer(string code) => $"Read it, double it.\n\n```python\n{code}```\n";

    private static TestWorkbench Bench(string kind, params string[] replies) => Benches.Of(Programs.Source(), Observed)
        .WithOptions($$"""{"problems": 1, "problemKinds": ["{{kind}}"]}""")
        .WithReplies(Script(replies))
        .WithRuns(Run);

    private static Func<ChatRequest, ChatOutcome> Script(params string[] replies)
    {
        var left = new Queue<string>(replies);
        return request =>
        {
            var text = left.Dequeue();
            return ChatOutcome.Of(new ChatReply
            {
                Content = text,
                Reasoning = "thinking",
                FinishReason = "stop",
                Model = "tiny",
                Endpoint = "http://127.0.0.1:1",
                Structured = request.Schema is null ? null : JsonDocument.Parse(text).RootElement,
            });
        };
    }

    /// <summary>What the programs of these tests do.</summary>
    private static RunResult Run(SourceFile program, ExecutionCase @case)
    {
        var input = Encoding.UTF8.GetString(@case.Stdin.AsSpan()).Trim();
        var output = program.Text switch
        {
            Doubling => $"{int.Parse(input) * 2}\n",
            Wrong => $"{int.Parse(input) + 2}\n",
            _ when program.Text.Contains("sum is 5", StringComparison.Ordinal) => "sum is 5\n",
            _ when program.Text.Contains("crash", StringComparison.Ordinal) => null,
            _ => "sum is 6\n",
        };
        return output is null
            ? new RunResult { Status = ExecutionStatus.Error, ExitCode = 1, Stderr = [.. "NameError"u8] }
            : new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. Encoding.UTF8.GetBytes(output)] };
    }

    private static Abstractions.Tracing.TraceEvidence Observed(ExecutionCase @case) =>
        Programs.Evidence("call 1 <module>@1\nline 1 1\nret 1 1\n", "sum is 6\n", @case);

    private static async Task<List<Outcome>> Outcomes(TestWorkbench bench) =>
        await new CodeQaStrategy().Transform(Programs.Source(), bench, TestContext.Current.CancellationToken).ToListAsync();
}
