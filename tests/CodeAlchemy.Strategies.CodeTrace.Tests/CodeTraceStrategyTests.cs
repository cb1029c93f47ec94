using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using Xunit;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

public sealed class CodeTraceStrategyTests
{
    private static readonly ExecutionCase Small = new() { Name = "small", Arguments = ["3", "4", "10"], Origin = "sidecar" };
    private static readonly ExecutionCase Negative = new() { Name = "negative", Arguments = ["2", "-5", "8"], Origin = "sidecar" };

    [Fact]
    public async Task Every_task_makes_rows_of_a_traced_case()
    {
        var rows = (await Outcomes(Sum(Small))).OfType<Sample>().ToList();

        Assert.Equal(
            ["predict-trace", "predict-output", "predict-input", "predict-state", "predict-lines"],
            rows.Select(r => r.Task).Where(t => t != "predict-exception").Distinct());
        Assert.Equal("sum is 17", Answer(rows, "predict-output"));
        Assert.Equal("3 4 10", Answer(rows, "predict-input"));
        Assert.Equal("5, 6, 7, 9, 10, 14", Answer(rows, "predict-lines"));
        Assert.Equal(["compact of the trace", "cwm of the trace"], rows.Where(r => r.Task == "predict-trace").Select(r => r.Messages[1].Content));
        Assert.Equal([0, 1], rows.Where(r => r.Task == "predict-trace").Select(r => r.Index));
    }

    [Fact]
    public async Task A_row_carries_its_evidence_its_difficulty_and_its_templates()
    {
        foreach (var row in (await Outcomes(Sum(Small))).OfType<Sample>())
        {
            var verification = Assert.Single(row.Verification);
            Assert.Equal(("execution", VerificationStatus.Verified), (verification.Method, verification.Status));
            Assert.Matches("^[0-9a-f]{64}$", verification.Evidence!);
            Assert.InRange(row.Scores["difficulty"], 0, 1);
            Assert.Contains(row.Labels["difficulty"], new[] { "easy", "medium", "hard" });
            Assert.Equal("small", row.Case);
            Assert.Contains(row.Prompts, p => p.Template.StartsWith($"code-trace/{row.Task}-", StringComparison.Ordinal));
            Assert.Equal(["user", "assistant"], row.Messages.Select(m => m.Role));
        }
    }

    [Fact]
    public async Task A_question_about_a_state_is_answered_from_the_trace_at_that_visit()
    {
        var bench = Sum(Small, """{"tasks": ["predict-state"], "questionsPerCase": 16, "mutations": 0}""");
        var rows = (await Outcomes(bench)).Cast<Sample>().ToList();
        var replay = Grounded.Questions.TraceReplay.Of(Programs.Sum(Small).Agreed!);

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(r => r.Messages[1].Content).Distinct().Count());
        foreach (var row in rows)
        {
            var state = Grounded.Questions.TraceAnswers.StateAt(replay, row.Extra!["line"]!.GetValue<int>(), row.Extra["visit"]!.GetValue<int>())!;
            Assert.Equal(
                string.Join('\n', row.Extra["variables"]!.AsArray().Select(v => $"{v} = {state[v!.GetValue<string>()].Text}")),
                row.Messages[1].Content);
            Assert.Contains($"line {row.Extra["line"]}", row.Messages[0].Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Values_that_were_cut_or_that_the_source_spells_out_are_not_asked_for()
    {
        const string Text = "limit = 3\nname = 'x'\nlong = make()\nprint(limit)\n";
        const string Script = "call 1 <module> args=[1]\nline 1 1\nline 1 2 limit=3\nline 1 3 name='x'\nline 1 4 long=[1,2,…]\nret 1 4\n";
        var bench = Benches.Of(Programs.Source(Text), c => Programs.Evidence(Script, "3\n", c)).WithSyntax(RealGrammars.Parse).WithOptions("""{"tasks": ["predict-state"]}""");

        var reject = Assert.IsType<Reject>(Assert.Single(await Outcomes(bench, Programs.Source(Text))));
        Assert.Equal(RejectReasons.NothingToAsk, reject.Reason);
    }

    [Fact]
    public async Task A_caught_exception_is_told_with_both_lines()
    {
        var rows = (await Outcomes(Sum(Negative))).OfType<Sample>().ToList();

        Assert.Equal("ValueError: negative\nraised on line 8\ncaught on line 15", Answer(rows, "predict-exception"));
        Assert.Equal("refused: negative", Answer(rows, "predict-output"));
    }

    [Fact]
    public async Task A_question_for_an_input_does_not_show_it()
    {
        var row = (await Outcomes(Sum(Small))).OfType<Sample>().Single(r => r.Task == "predict-input");

        Assert.DoesNotContain("3 4 10", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Contains("sum is 17", row.Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_stands_in_the_source_is_not_asked_for()
    {
        const string Text = "print('hello world')\n";
        var bench = Benches.Of(Programs.Source(Text), c => Programs.Evidence("call 1 <module>\nline 1 1\nret 1 1\n", "hello world\n", c))
            .WithOptions("""{"tasks": ["predict-output"]}""");

        Assert.Equal(RejectReasons.NothingToAsk, Assert.IsType<Reject>(Assert.Single(await Outcomes(bench, Programs.Source(Text)))).Reason);
    }

    [Fact]
    public async Task A_case_that_could_not_be_traced_is_one_reject_with_the_reason_of_the_evidence()
    {
        var bench = Benches.Of(Programs.Source(), c => c == Small ? Programs.Refused("nondeterministic", "The runs differ.", "line 3") : Programs.Sum(c))
            .WithSyntax(RealGrammars.Parse)
            .WithCases([Small, Negative])
            .WithOptions("""{"mutations": 0}""");
        var outcomes = await Outcomes(bench);
        var reject = Assert.Single(outcomes.OfType<Reject>());

        Assert.Equal(("*", "small", "nondeterministic", "The runs differ.", "line 3"), (reject.Task, reject.Case, reject.Reason, reject.Detail, reject.Evidence));
        Assert.All(outcomes.OfType<Sample>(), s => Assert.Equal("negative", s.Case));
    }

    [Fact]
    public async Task A_rendering_that_is_too_long_is_a_reject_that_says_so()
    {
        var bench = Benches.Of(Programs.Source(), Programs.Sum)
            .WithSyntax(RealGrammars.Parse)
            .WithCases([Small])
            .WithOptions("""{"mutations": 0, "tasks": ["predict-trace"], "maxTraceCharacters": 200}""")
            .WithRenderings((_, _, r) => r == "cwm" ? new string('x', 201) : "short");
        var outcomes = await Outcomes(bench);

        Assert.Equal("compact", Assert.IsType<Sample>(outcomes[0]).Labels["rendering"]);
        Assert.Equal("code-trace.too-long", Assert.IsType<Reject>(outcomes[1]).Reason);
        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public async Task Mutated_cases_come_after_the_others_and_are_limited()
    {
        var bench = Mutated("""{"mutations": 2, "tasks": ["predict-output"]}""");
        var outcomes = await Outcomes(bench);

        Assert.Equal(["small", "negative", "mutation-1", "mutation-2"], bench.Seen.Traced.Select(c => c.Name));
        Assert.Equal(["sidecar", "sidecar", "mutation", "mutation"], outcomes.Cast<Sample>().Select(s => s.Labels["case"]));

        var few = Mutated("""{"mutations": 2, "maxCases": 3}""");
        await Outcomes(few);

        Assert.Equal(["small", "negative", "mutation-1"], few.Seen.Traced.Select(c => c.Name));
    }

    [Fact]
    public async Task A_mutation_that_changes_nothing_is_a_reject()
    {
        var deaf = Benches.Of(Programs.Source(), _ => Programs.Sum(Small)).WithSyntax(RealGrammars.Parse).WithCases([Small, Mutation(1), Negative]);
        var rejects = (await Outcomes(deaf)).OfType<Reject>().ToList();

        Assert.Equal(["mutation-1"], rejects.Select(r => r.Case));
        Assert.Equal("same-behaviour", rejects[0].Reason);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_others()
    {
        var first = Show(await Outcomes(Sum(Small)));

        Assert.Equal(first, Show(await Outcomes(Sum(Small))));
        Assert.NotEqual(first, Show(await Outcomes(Sum(Small, seed: 43))));
    }

    [Fact]
    public async Task Input_that_no_question_can_show_is_a_reject()
    {
        var raw = new ExecutionCase { Name = "raw", Stdin = [0xff, 0x00] };
        var bench = Benches.Of(Programs.Source(), _ => Programs.Sum(Small)).WithCases([raw]);

        Assert.Equal("unreadable-input", Assert.IsType<Reject>(Assert.Single(await Outcomes(bench))).Reason);
    }

    [Fact]
    public async Task A_source_that_is_too_long_for_a_question_is_refused_before_it_is_run()
    {
        var bench = Sum(Small, """{"maxSourceCharacters": 100}""");

        Assert.Equal("source-too-long", Assert.IsType<Reject>(Assert.Single(await Outcomes(bench))).Reason);
        Assert.Empty(bench.Seen.Traced);
    }

    [Fact]
    public async Task A_truncated_trace_is_not_asked_about_as_a_whole()
    {
        var bench = Benches.Of(Programs.Source(), c => Programs.Evidence("call 1 <module>\nline 1 1\nline 1 13 n=7\ncut\n", "sum is 17\n", c)).WithSyntax(RealGrammars.Parse).WithCases([Small]).WithOptions("""{"mutations": 0}""");
        var tasks = (await Outcomes(bench)).OfType<Sample>().Select(s => s.Task).Distinct().ToList();

        Assert.DoesNotContain("predict-trace", tasks);
        Assert.DoesNotContain("predict-lines", tasks);
        Assert.Contains("predict-output", tasks);
    }

    [Fact]
    public async Task Standard_input_is_shown_where_it_is_known_and_asked_for_where_it_is_not()
    {
        var input = new ExecutionCase { Name = "input", Stdin = [.. Encoding.UTF8.GetBytes("12 7 30 55\n")] };
        var bench = Benches.Of(Programs.Source(), c => Programs.Sum(Small) with { }).WithCases([input]).WithOptions("""{"mutations": 0}""");
        var rows = (await Outcomes(bench)).OfType<Sample>().ToList();

        Assert.Equal("12 7 30 55", Answer(rows, "predict-input"));
        Assert.All(rows, r => Assert.Equal(r.Task != "predict-input", r.Messages[0].Content.Contains("12 7 30 55", StringComparison.Ordinal)));
    }

    private static TestWorkbench Mutated(string options) =>
        Benches.Of(Programs.Source(), Programs.Sum).WithSyntax(RealGrammars.Parse).WithCases([Mutation(1), Small, Mutation(2), Negative, Mutation(3)]).WithOptions(options);

    private static ExecutionCase Mutation(int number) => new() { Name = $"mutation-{number}", Arguments = [$"{number}77"], Origin = "mutation" };

    private static TestWorkbench Sum(ExecutionCase @case, string options = """{"mutations": 0}""", long seed = 42) =>
        Benches.Of(Programs.Source(), Programs.Sum).WithSyntax(RealGrammars.Parse).WithCases([@case]).WithOptions(options).WithSeed(seed);

    private static string Answer(List<Sample> rows, string task) => rows.Single(r => r.Task == task).Messages[1].Content;

    private static async Task<List<Outcome>> Outcomes(TestWorkbench bench, SourceFile? source = null) =>
        await new CodeTraceStrategy().Transform(source ?? Programs.Source(), bench, TestContext.Current.CancellationToken).ToListAsync();

    private static string Show(IEnumerable<Outcome> outcomes) =>
        string.Join('\n', outcomes.OfType<Sample>().Select(s => JsonSerializer.Serialize(new { s.Task, s.Index, s.Case, s.Messages, s.Labels, s.Scores, Extra = s.Extra!.ToJsonString() })));
}
