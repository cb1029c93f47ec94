using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Asking;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

public sealed class GroundedPairsTests
{
    private static SourceFile Bills => Languages.Program("bills.py");

    [Fact]
    public async Task A_damage_makes_a_pair_whose_answer_is_the_file_as_its_author_wrote_it()
    {
        var row = Assert.IsType<Sample>(Assert.Single(await Rows.Of(Bills, """{"damages": ["magic-numbers"]}""")));

        Assert.Equal("name-constants", row.Task);
        Assert.EndsWith($"\n\n```python\n{Bills.Text}```", row.Messages[1].Content, StringComparison.Ordinal);
        Assert.Contains("2 constants", row.Messages[1].Content, StringComparison.Ordinal);
        Assert.Contains("- `10` is now `MANY`\n- `100` is now `PERCENT`\n", row.Messages[1].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("MANY", row.Messages[0].Content, StringComparison.Ordinal);
        Assert.Contains("`bills.py`", row.Messages[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_carries_its_evidence_and_both_scores()
    {
        foreach (var row in Rows.Samples(await Rows.Of(Bills, """{"perFile": 13}""")))
        {
            Assert.Equal(["execution", Behaviour.Method, "parses"], row.Verification.Select(v => v.Method));
            Assert.All(row.Verification, v => Assert.Equal(VerificationStatus.Verified, v.Status));
            Assert.InRange(row.Scores["raw_quality"], 0, row.Scores["quality"] - 0.0001);
            Assert.InRange(row.Scores["quality"], 0.7, 1);
            Assert.Equal("grounded", row.Labels["mode"]);
        }
    }

    [Fact]
    public async Task As_many_rows_are_made_as_the_option_says_each_with_another_damage()
    {
        Assert.Equal(3, (await Rows.Of(Bills)).Length);
        var all = Rows.Samples(await Rows.Of(Bills, """{"perFile": 64}""")).ToList();

        Assert.Equal(13, all.Count);
        Assert.Equal(13, all.Select(r => r.Task).Distinct().Count());
    }

    [Fact]
    public async Task A_file_with_several_damages_is_told_of_each_of_them_and_of_names_that_the_answer_has()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var row = Assert.IsType<Sample>(Assert.Single(await Rows.Of(Bills, """{"damages": ["several"]}""", seed)));
            var damages = row.Extra!["damages"]!.AsArray();

            Assert.Equal("clean-up", row.Task);
            Assert.InRange(damages.Count, 2, 4);
            Assert.Equal(damages.Count, row.Messages[1].Content.Split("```")[0].Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)));
            Assert.All(
                System.Text.RegularExpressions.Regex.Matches(row.Messages[1].Content.Split("```")[0], "is now `(.*?)`").Select(m => m.Groups[1].Value),
                name => Assert.Matches($@"\b{name}\b", Bills.Text));
        }
    }

    [Fact]
    public async Task A_damage_that_changes_what_the_program_prints_is_a_reject()
    {
        var outcomes = await Rows.Of(Bills, """{"damages": ["dead-code"]}""", runs: (file, _) => Rows.Run(file.Text == Bills.Text ? "6\n" : "7\n"));
        var reject = Assert.IsType<Reject>(Assert.Single(outcomes));

        Assert.Equal(("remove-dead-code", "code-enhance.damage-changes-behaviour"), (reject.Task, reject.Reason));
        Assert.Contains("standard output", reject.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damage_that_changes_the_exit_status_is_a_reject()
    {
        var outcomes = await Rows.Of(Bills, """{"damages": ["dead-code"]}""", runs: (file, _) => Rows.Run("6\n", file.Text == Bills.Text ? ExecutionStatus.Ok : ExecutionStatus.Error));

        Assert.Equal("code-enhance.damage-changes-behaviour", Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_file_without_a_steady_run_gives_pairs_that_differ_in_comments_and_white_space_only_and_are_unverified()
    {
        var outcomes = await Rows.Of(Bills, """{"perFile": 13}""", trace: _ => Rows.Refused(RejectReasons.Nondeterministic));
        var rows = outcomes.OfType<Sample>().ToList();

        Assert.Equal(RejectReasons.Nondeterministic, Assert.Single(outcomes.OfType<Reject>()).Reason);
        Assert.Equal(["clean-up", "document", "format", "remove-commented-code", "split-lines"], rows.Select(r => r.Task).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Contains(r.Verification, v => v is { Method: Behaviour.Method, Status: VerificationStatus.Unverified }));
        Assert.All(rows, r => Assert.Contains(r.Verification, v => v is { Method: "parses", Status: VerificationStatus.Verified }));
    }

    [Fact]
    public async Task A_pair_that_differs_in_a_function_that_never_runs_is_unverified_unless_only_white_space_and_comments_differ()
    {
        var rows = Rows.Samples(await Rows.Of(Bills, """{"perFile": 13, "damages": ["dead-code", "magic-numbers", "broken-format"]}""", trace: Rows.Idle)).ToDictionary(r => r.Task, r => r.Verification.Single(v => v.Method == Behaviour.Method));

        Assert.Equal(VerificationStatus.Unverified, rows["remove-dead-code"].Status);
        Assert.EndsWith(", but 3 functions that differ never run", rows["name-constants"].Evidence, StringComparison.Ordinal);
        Assert.Equal(VerificationStatus.Verified, rows["format"].Status);
    }

    [Fact]
    public async Task A_file_that_is_not_good_is_no_answer()
    {
        var outcomes = await Rows.Of(Languages.Source("def f(a):\n return a*17+23\n", "bad.py"));

        Assert.Equal("code-enhance.not-good-enough", Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_file_with_a_syntax_error_is_no_answer()
    {
        var outcomes = await Rows.Of(Languages.Source(Bills.Text + "def (:\n", "bills.py"));

        Assert.Equal(RejectReasons.SyntaxError, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_file_in_which_no_damage_finds_a_place_is_a_reject()
    {
        var outcomes = await Rows.Of(Languages.Source("print(6)\n", "six.py"), """{"threshold": 0, "damages": ["obscure-names", "flatten"]}""");

        Assert.Equal(RejectReasons.NothingToAsk, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_file_that_is_too_long_or_has_no_grammar_is_refused()
    {
        var longer = await Rows.Of(Bills, """{"maxSourceCharacters": 100}""");
        var unknown = await Rows.Of(Bills with { Language = "unknown" });

        Assert.Equal(RejectReasons.SourceTooLong, Assert.IsType<Reject>(Assert.Single(longer)).Reason);
        Assert.Equal(RejectReasons.NothingToAsk, Assert.IsType<Reject>(Assert.Single(unknown)).Reason);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_others()
    {
        var first = JsonSerializer.Serialize((await Rows.Of(Bills)).Cast<Sample>());

        Assert.Equal(first, JsonSerializer.Serialize((await Rows.Of(Bills)).Cast<Sample>()));
        Assert.NotEqual(first, JsonSerializer.Serialize((await Rows.Of(Bills, seed: 43)).Cast<Sample>()));
    }
}
