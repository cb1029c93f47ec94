using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Tests.Questions;
using CodeAlchemy.Strategies.CodeTrace.Tests;
using Xunit;

namespace CodeAlchemy.Strategies.CodeQa.Tests;

public sealed class CodeQaStrategyTests
{
    [Fact]
    public async Task A_case_is_asked_about_as_often_as_the_option_says_each_time_by_another_kind()
    {
        var rows = await Totals("""{"questionsPerCase": 9}""");

        Assert.Equal(9, rows.Count);
        Assert.Equal(9, rows.Select(r => r.Labels["kind"]).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 9), rows.Select(r => r.Index));
    }

    [Fact]
    public async Task An_answer_is_the_one_that_the_kind_computes()
    {
        var rows = await Totals("""{"kinds": ["recursion-depth"], "explained": 0}""");

        Assert.Equal("3", Assert.Single(rows).Messages[1].Content);
        Assert.Contains("`fact`", rows[0].Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_explained_answer_shows_the_steps_and_ends_with_the_answer()
    {
        var row = Assert.Single(await Totals("""{"kinds": ["returned-values"], "explained": 100}"""));

        Assert.Equal("explained", row.Labels["style"]);
        Assert.Contains("- The first call of `fact` with `n = 3` returns `6`.\n- The second call of `fact` with `n = 2` returns `2`.\n", row.Messages[1].Content, StringComparison.Ordinal);
        Assert.EndsWith("\n\nAnswer: 6 -> 2 -> 1", row.Messages[1].Content, StringComparison.Ordinal);
        Assert.Contains("`Answer:`", row.Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_carries_its_evidence_its_difficulty_and_its_template()
    {
        foreach (var row in await Totals("{}"))
        {
            var verification = Assert.Single(row.Verification);
            Assert.Equal(("execution", VerificationStatus.Verified), (verification.Method, verification.Status));
            Assert.Matches("^[0-9a-f]{64}$", verification.Evidence!);
            Assert.Contains(row.Labels["difficulty"], new[] { "easy", "medium", "hard" });
            Assert.StartsWith("code-qa/question-", Assert.Single(row.Prompts).Template, StringComparison.Ordinal);
            Assert.Equal(row.Labels["kind"], row.Extra!["kind"]!.GetValue<string>());
            Assert.EndsWith(row.Extra["answer"]!.GetValue<string>(), row.Messages[1].Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_answer_of_a_kind_comes_twice_in_a_file()
    {
        var rows = (await Rows.Of("grades.py", QuestionPrograms.GradesText, QuestionPrograms.GradesEvidence, """{"questionsPerCase": 64}""", cases: Rows.Two)).Cast<Sample>().ToList();

        Assert.True(rows.Count > 25);
        Assert.Equal(rows.Count, rows.Select(r => (r.Labels["kind"], r.Extra!["answer"]!.ToString())).Distinct().Count());
    }

    [Fact]
    public async Task Two_cases_are_compared_and_both_digests_are_evidence()
    {
        var outcomes = await Rows.Of("grades.py", QuestionPrograms.GradesText, QuestionPrograms.GradesEvidence, """{"questionsPerCase": 0}""", cases: Rows.Two);
        var row = Assert.IsType<Sample>(Assert.Single(outcomes));

        Assert.Equal("comparison", row.Task);
        Assert.Equal(2, row.Verification.Select(v => v.Evidence).Distinct().Count());
        Assert.Contains("`all`", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Contains("`50`", row.Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparisons_that_begin_with_the_same_case_are_numbered_apart()
    {
        ImmutableArray<ExecutionCase> three = [Rows.Two[0], Rows.Two[1], new() { Name = "more", Arguments = ["some"] }];
        var shared = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var outcomes = await Rows.Of("grades.py", QuestionPrograms.GradesText, QuestionPrograms.GradesEvidence, """{"questionsPerCase": 0, "comparisonsPerFile": 2}""", seed, three);
            var rows = outcomes.Cast<Sample>().ToList();

            shared += rows.Select(r => r.Case).Distinct().Count() < rows.Count ? 1 : 0;
            Assert.Equal(rows.Count, rows.Select(r => (r.Case, r.Index)).Distinct().Count());
        }

        Assert.NotEqual(0, shared);
    }

    [Fact]
    public void White_space_at_the_beginning_of_an_answer_stands_on_a_line_of_its_own()
    {
        var question = new TraceQuestion { Kind = "output-last", Answer = "   longest: goes", Form = AnswerForm.Text, Steps = ["a", "b"] };

        Assert.EndsWith("\n\nAnswer:\n   longest: goes", AnswerWords.Explain(question, "So:"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_others()
    {
        var first = JsonSerializer.Serialize(await Totals("{}"));

        Assert.Equal(first, JsonSerializer.Serialize(await Totals("{}")));
        Assert.NotEqual(first, JsonSerializer.Serialize(await Totals("{}", seed: 43)));
    }

    [Fact]
    public void The_plugin_declares_every_kind_and_no_other()
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.yaml"));
        var declared = yaml[yaml.IndexOf("enum:", StringComparison.Ordinal)..yaml.IndexOf("default: []", StringComparison.Ordinal)].Split('\n')
            .Select(line => line.Trim()).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..]);

        Assert.Equal(TraceQuestions.All.Select(k => k.Kind).Concat(TraceQuestions.Pairs.Select(k => k.Kind)).Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_without_anything_to_ask_is_a_reject()
    {
        var outcomes = await Rows.Of("empty.py", "pass\n", c => Programs.Evidence("call 1 <module>@1\nline 1 1\nret 1 1\n", "", c));

        Assert.Equal(RejectReasons.NothingToAsk, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_source_that_is_too_long_for_a_question_is_refused()
    {
        var outcomes = await Rows.Of("totals.py", QuestionPrograms.TotalsText, QuestionPrograms.TotalsEvidence, """{"maxSourceCharacters": 100}""");

        Assert.Equal(RejectReasons.SourceTooLong, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_case_that_could_not_be_traced_is_a_reject_with_the_reason_of_the_evidence()
    {
        var outcomes = await Rows.Of("totals.py", QuestionPrograms.TotalsText, _ => Programs.Refused("nondeterministic", "The runs differ."));

        Assert.Equal("nondeterministic", Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task Every_kind_of_question_is_asked_by_a_row()
    {
        var all = TraceQuestions.All.Select(k => k.Kind).Concat(TraceQuestions.Pairs.Select(k => k.Kind)).Except((await Rows.OfManyFiles()).Select(r => r.Labels["kind"]));

        Assert.Equal([], all);
    }

    private static async Task<List<Sample>> Totals(string options, long seed = 42) =>
        (await Rows.Of("totals.py", QuestionPrograms.TotalsText, QuestionPrograms.TotalsEvidence, options, seed)).Cast<Sample>().ToList();
}
