using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Chat;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

public sealed class RewriterTests
{
    private const string RawText = "def f(x1):\n a1=x1*2\n #a1 = 3;\n return a1\nprint(f(3))\n";
    private const string BetterText = "\"\"\"Doubles a number and prints the result.\"\"\"\n\n\ndef double(number):\n    \"\"\"Twice a number.\"\"\"\n    return number * 2\n\n\nprint(double(3))\n";

    private static SourceFile Raw => Languages.Source(RawText, "raw.py");

    [Fact]
    public async Task A_rewrite_that_behaves_the_same_and_is_better_is_the_answer_and_thoughts_are_kept_apart()
    {
        var row = Assert.IsType<Sample>(Assert.Single(await Ask(Rows.Says(Block(BetterText), "I think."))));

        Assert.Equal("rewrite", row.Task);
        Assert.Contains($"```python\n{RawText}```", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Equal($"```python\n{BetterText}```", row.Messages[1].Content);
        Assert.Equal("I think.", row.Messages[1].Reasoning);
        Assert.Equal([("execution", VerificationStatus.Verified), (Behaviour.Method, VerificationStatus.Verified), ("parses", VerificationStatus.Verified)], row.Verification.Select(v => (v.Method, v.Status)));
        Assert.Equal(("model", "false"), (row.Labels["mode"], row.Labels["raw_has_syntax_error"]));
        Assert.True(row.Scores["quality"] > row.Scores["raw_quality"]);
        Assert.Equal("rewriter-1", Assert.Single(row.Models).Name);
        Assert.Equal(["code-enhance/improve.scriban", "code-enhance/rewrite-system.scriban", "code-enhance/rewrite.scriban"], row.Prompts.Select(p => p.Template));
    }

    [Fact]
    public async Task The_model_is_told_what_is_weak()
    {
        var bench = Rows.Bench(Raw, NoOriginals, replies: _ => Rows.Says(Block(BetterText)));
        await new CodeEnhanceStrategy().Transform(Raw, bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var request = Assert.Single(bench.Seen.Asked);

        Assert.Equal(["system", "user"], request.Messages.Select(m => m.Role));
        Assert.Contains("- little documentation\n", request.Messages[1].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("does not parse", request.Messages[1].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I would rather not write code.", RejectReasons.NoCodeBlock)]
    [InlineData("```python\nprint(6)\n```\n\nor\n\n```python\nprint(2 * 3)\n```", RejectReasons.NoCodeBlock)]
    [InlineData("```python\ndef f(:\n```", RejectReasons.DoesNotParse)]
    [InlineData("```python\n" + RawText + "```", "code-enhance.not-better")]
    [InlineData("```python\ndef f(x1):\n a1=x1*2;b2=a1*17;c3=b2*23\n #a1 = 3;\n return a1\nprint(f(3))\n```", "code-enhance.not-better")]
    public async Task A_reply_that_is_no_better_file_is_a_reject_that_keeps_it(string reply, string reason)
    {
        var reject = Assert.IsType<Reject>(Assert.Single(await Ask(Rows.Says(reply))));

        Assert.Equal(("rewrite", reason), (reject.Task, reject.Reason));
        Assert.NotNull(reject.Evidence);
    }

    [Fact]
    public async Task A_refusal_of_the_model_is_a_reject()
    {
        var reject = Assert.IsType<Reject>(Assert.Single(await Ask(ChatOutcome.Failed(RejectReasons.ModelRefusal, "No."))));

        Assert.Equal(RejectReasons.ModelRefusal, reject.Reason);
    }

    [Fact]
    public async Task A_rewrite_that_behaves_differently_is_sent_back_once_with_what_was_seen()
    {
        var bench = Rows.Bench(
            Raw, NoOriginals, runs: (file, _) => Rows.Run(file.Text.Contains("* 3", StringComparison.Ordinal) ? "9\n" : "6\n"),
            replies: request => Rows.Says(Block(request.Messages.Length == 2 ? BetterText.Replace("* 2", "* 3", StringComparison.Ordinal) : BetterText)));
        var outcomes = await new CodeEnhanceStrategy().Transform(Raw, bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        var row = Assert.IsType<Sample>(Assert.Single(outcomes));

        Assert.True(row.Extra!["repaired"]!.GetValue<bool>());
        Assert.Equal(2, row.Messages.Length);
        Assert.Contains("Expected output:\n```\n6\n```\n\nActual output:\n```\n9\n```", bench.Seen.Asked[1].Messages[^1].Content, StringComparison.Ordinal);
        Assert.Contains(row.Prompts, p => p.Template == "code-enhance/repair.scriban");
    }

    [Fact]
    public async Task A_rewrite_that_still_behaves_differently_is_a_reject()
    {
        var bench = Rows.Bench(Raw, NoOriginals, runs: (file, _) => Rows.Run(file.Text == RawText ? "6\n" : "9\n"), replies: _ => Rows.Says(Block(BetterText)));
        var outcomes = await new CodeEnhanceStrategy().Transform(Raw, bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(RejectReasons.BehaviourChanged, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
        Assert.Equal(2, bench.Seen.Asked.Count);
    }

    [Fact]
    public async Task A_rewrite_that_runs_where_the_file_lacks_a_library_is_verified_by_that()
    {
        var outcomes = await Rows.Of(
            Raw, NoOriginals, runs: (file, _) => file.Text == RawText ? Rows.Run("", ExecutionStatus.MissingLibrary) : Rows.Run("6\n"),
            trace: _ => Rows.Refused("missing-library"), replies: _ => Rows.Says(Block(BetterText)));
        var row = Assert.Single(outcomes.OfType<Sample>());

        Assert.Equal("missing-library", Assert.Single(outcomes.OfType<Reject>()).Reason);
        Assert.Contains(row.Verification, v => v is { Method: "runs", Status: VerificationStatus.Verified } && v.Evidence!.Contains("missing-library", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rewrite_of_a_file_without_a_steady_run_is_unverified_and_one_that_does_not_compile_a_reject()
    {
        var unsteady = await Rows.Of(Raw, NoOriginals, trace: _ => Rows.Refused(RejectReasons.Nondeterministic), replies: _ => Rows.Says(Block(BetterText)));
        var broken = await Rows.Of(
            Raw, NoOriginals, runs: (file, _) => file.Text == RawText ? Rows.Run("6\n") : Rows.Run("", ExecutionStatus.CompileError),
            trace: _ => Rows.Refused(RejectReasons.Nondeterministic), replies: _ => Rows.Says(Block(BetterText)));

        Assert.Contains(Assert.Single(unsteady.OfType<Sample>()).Verification, v => v is { Method: Behaviour.Method, Status: VerificationStatus.Unverified });
        Assert.Contains(broken.OfType<Reject>(), r => r.Reason == RejectReasons.DoesNotRun);
        Assert.Empty(broken.OfType<Sample>());
    }

    [Fact]
    public async Task A_rewrite_of_a_file_none_of_whose_functions_runs_is_unverified()
    {
        var row = Assert.Single((await Rows.Of(Raw, NoOriginals, trace: Rows.Idle, replies: _ => Rows.Says(Block(BetterText)))).OfType<Sample>());

        Assert.Contains(row.Verification, v => v is { Method: Behaviour.Method, Status: VerificationStatus.Unverified });
    }

    [Fact]
    public async Task A_file_that_does_not_parse_is_rewritten_and_its_label_says_so()
    {
        var source = Languages.Source(RawText + "print(\n", "raw.py");
        var bench = Rows.Bench(source, NoOriginals, runs: (file, _) => file == source ? Rows.Run("", ExecutionStatus.Error) : Rows.Run("6\n"), trace: _ => Rows.Refused("error"), replies: _ => Rows.Says(Block(BetterText)));
        var outcomes = await new CodeEnhanceStrategy().Transform(source, bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("true", Assert.Single(outcomes.OfType<Sample>()).Labels["raw_has_syntax_error"]);
        Assert.Contains("does not parse", bench.Seen.Asked[0].Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_is_rewritten_only_where_all_are()
    {
        var good = Languages.Program("bills.py");
        var left = await Rows.Of(good, NoOriginals, replies: _ => throw new InvalidOperationException("not asked"));
        var all = await Rows.Of(good, """{"keepOriginal": 0, "rewriteAll": true}""", replies: _ => Rows.Says("no"));

        Assert.Equal("code-enhance.good-enough", Assert.IsType<Reject>(Assert.Single(left)).Reason);
        Assert.Equal(RejectReasons.NoCodeBlock, Assert.IsType<Reject>(Assert.Single(all)).Reason);
    }

    [Fact]
    public async Task A_share_of_the_files_is_kept_as_they_are_by_the_seed()
    {
        var kept = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var rows = (await Rows.Of(Raw, """{"keepOriginal": 0.25}""", seed, replies: _ => Rows.Says("no"))).OfType<Sample>().ToList();
            kept += rows.Count;
            Assert.All(rows, r => Assert.Equal(("original", "true", RawText), (r.Task, r.Labels["original"], Assert.Single(r.Messages).Content)));
        }

        Assert.InRange(kept, 30, 70);
    }

    [Fact]
    public async Task Both_modes_make_both_kinds_of_rows()
    {
        var outcomes = await Rows.Of(Languages.Program("bills.py"), """{"mode": "both", "rewriteAll": true, "keepOriginal": 1}""", replies: _ => Rows.Says("no"));

        Assert.Equal(3, outcomes.OfType<Sample>().Count(r => r.Labels["mode"] == "grounded"));
        Assert.Single(outcomes.OfType<Sample>(), r => r.Task == "original");
        Assert.Single(outcomes.OfType<Reject>());
    }

    private const string NoOriginals = """{"keepOriginal": 0}""";

    private static string Block(string code) => $"Here it is.\n\n```python\n{code}```\n";

    private static async Task<IEnumerable<Outcome>> Ask(ChatOutcome reply) => await Rows.Of(Raw, NoOriginals, replies: _ => reply);
}
