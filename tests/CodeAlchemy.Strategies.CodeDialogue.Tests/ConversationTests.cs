using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

public sealed class ConversationTests
{
    [Fact]
    public async Task User_and_assistant_speak_in_turn_as_often_as_is_asked_for()
    {
        foreach (var turns in new[] { 2, 6, 9 })
        {
            var rows = await Talks.Rows($$"""{"turns": {{turns}}}""");

            Assert.Equal(3, rows.Count);
            Assert.All(rows, r =>
            {
                Assert.Equal(Enumerable.Range(0, r.Messages.Length).Select(i => i % 2 == 0 ? "user" : "assistant"), r.Messages.Select(m => m.Role));
                Assert.InRange(r.Messages.Length / 2, (turns + 1) / 2, turns);
                Assert.Equal((r.Messages.Length / 2).ToString(System.Globalization.CultureInfo.InvariantCulture), r.Labels["turns"]);
                Assert.Equal(r.Messages.Length / 2, r.Labels["moves"].Split(' ').Length);
            });
        }
    }

    [Fact]
    public async Task The_first_turn_shows_the_whole_file_and_how_it_is_run_and_no_other_turn_does()
    {
        foreach (var row in await Talks.Rows("""{"tasks": ["explore"], "dialogues": 2}"""))
        {
            var (first, others) = (Talks.Asked(row).First(), string.Join('\n', row.Messages.Skip(1).Select(m => m.Content)));

            Assert.Contains(" 5          return \"top\"\n", first, StringComparison.Ordinal);
            Assert.Contains("26  run([int(a) for a in sys.argv[1:]])\n", first, StringComparison.Ordinal);
            Assert.Contains($"`{string.Join(' ', row.Extra!["arguments"]!.AsArray())}`", first, StringComparison.Ordinal);
            Assert.DoesNotContain(" 5          return", others, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_value_is_asked_for_that_the_command_line_has_shown()
    {
        var asked = 0;
        foreach (var seed in new[] { 1, 2, 3, 4, 5, 6 })
        {
            foreach (var row in await Talks.Rows("""{"dialogues": 6, "turns": 9}""", seed))
            {
                var arguments = row.Extra!["arguments"]!.AsArray().Select(a => a!.ToString()).ToHashSet();
                var values = row.Extra["turns"]!.AsArray().Where(t => t!["kind"]?.ToString() is "value-at-visit" or "last-value" or "value-after-line" && t["case"]?.ToString() == row.Case).ToList();
                asked += values.Count;
                Assert.All(values, turn => Assert.DoesNotContain(turn!["facts"]!["answer"]!.ToString().Trim('"', '\''), arguments));
            }
        }

        Assert.True(asked > 0);
    }

    [Fact]
    public async Task The_row_rests_on_the_trace_of_its_own_case_and_names_every_other_run_with_its_digest()
    {
        foreach (var row in await Talks.Rows("""{"dialogues": 6, "turns": 8}"""))
        {
            var own = new[] { Grades.Many, Grades.Few, Grades.Bad }.Single(c => c.Name == row.Case);

            Assert.Equal(new Verification("execution", VerificationStatus.Verified, Grades.Digest(Grades.Source(), own)), row.Verification[0]);
            Assert.Single(row.Verification, v => v.Method == "execution");
            Assert.All(row.Verification.Where(v => v.Method == "case-execution"), v =>
            {
                var other = new[] { Grades.Many, Grades.Few, Grades.Bad }.Single(c => v.Evidence!.StartsWith(c.Name + ": ", StringComparison.Ordinal));
                Assert.NotEqual(own.Name, other.Name);
                Assert.Equal($"{other.Name}: {Grades.Digest(Grades.Source(), other)}", v.Evidence);
            });
        }
    }

    [Fact]
    public async Task A_what_if_is_answered_by_running_the_other_case_which_is_then_talked_about()
    {
        var rows = await Talks.Rows("""{"tasks": ["what-if"], "dialogues": 3, "mutantsTried": 0}""");

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var turns = row.Extra!["turns"]!.AsArray();
            var at = turns.Select((t, i) => (t, i)).First(t => t.t!["move"]!.ToString() == "other-run").i;
            var @case = new[] { Grades.Many, Grades.Few, Grades.Bad }.Single(c => c.Name == turns[at]!["case"]!.ToString());
            var output = System.Text.Encoding.UTF8.GetString(Grades.Run(Grades.Source(), @case).Stdout.AsSpan());

            Assert.Contains($"`{string.Join(' ', @case.Arguments)}`", row.Messages[2 * at].Content, StringComparison.Ordinal);
            Assert.Contains(output, row.Messages[(2 * at) + 1].Content, StringComparison.Ordinal);
            Assert.Contains(row.Verification, v => v.Method == "case-execution" && v.Evidence!.StartsWith(@case.Name + ": ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_case_that_prints_nothing_is_told_by_how_it_ends()
    {
        var silent = new ExecutionCase { Name = "silent", Arguments = ["-5"], Origin = "sidecar" };
        var row = Assert.Single(await Talks.Rows("""{"tasks": ["what-if"], "dialogues": 1, "mutantsTried": 0}""", 5, [Grades.Many, silent]), r => r.Case == "many");

        Assert.EndsWith(
            "It ends with exit status 1, where the first run ended with exit status 0. `ValueError: below zero: -5` is raised on line 7 in `label`, and nothing catches it.",
            Answer(row, "other-run"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_shown_found_explained_put_right_and_the_fixed_version_is_run()
    {
        var row = Assert.Single(await Talks.Rows("""{"tasks": ["debug"], "dialogues": 1, "turns": 5}""", Seeds.WithFault));
        var facts = Facts(row, "locate");
        var line = facts["line"]!.GetValue<int>();
        var right = Grades.Text.Split('\n')[line - 1].Trim();
        var wrong = right.Replace(facts["before"]!.ToString(), facts["after"]!.ToString(), StringComparison.Ordinal);
        var first = Talks.Asked(row).First();

        Assert.Contains(wrong, first, StringComparison.Ordinal);
        Assert.DoesNotContain(right, first, StringComparison.Ordinal);
        Assert.Contains("Actual output", first, StringComparison.Ordinal);
        Assert.Contains($"line {line} in `label`", Answer(row, "locate"), StringComparison.Ordinal);
        Assert.Contains(right, Answer(row, "fix"), StringComparison.Ordinal);
        Assert.Contains("exit status", Answer(row, "rerun"), StringComparison.Ordinal);
        Assert.Equal(["execution", "fault-execution"], row.Verification.Take(2).Select(v => v.Method));
        Assert.Contains(row.Verification, v => v.Method == "fix-execution" && v.Evidence == $"{row.Case}: {row.Verification[0].Evidence}");
        Assert.Contains(row.Verification, v => v.Method == "fault");
        Assert.Equal("relational", row.Labels["fault"]);
    }

    [Fact]
    public async Task The_first_wrong_state_is_where_the_two_traces_part()
    {
        var rows = (await Talks.Rows("""{"tasks": ["debug"], "dialogues": 3}""", Seeds.WithFault)).Where(r => r.Labels["moves"].Contains("first-wrong", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var step = Facts(row, "first-wrong")["step"]!.GetValue<int>();
            Assert.Contains($"Up to step {step - 1} the two executions go through the same lines with the same local variables", Answer(row, "first-wrong"), StringComparison.Ordinal);
            Assert.Contains($"At step {step} the faulty program goes to line ", Answer(row, "first-wrong"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_change_that_makes_no_difference_is_said_to_make_none_in_the_cases_that_were_run()
    {
        var rows = (await Talks.OfManyFiles()).Where(r => r.Task == "review").ToList();
        var same = rows.Where(r => r.Labels["verdict"] == "same").ToList();

        Assert.NotEmpty(same);
        Assert.True(rows.Count > same.Count);
        Assert.All(same, r =>
        {
            Assert.Contains(r.Verification, v => v is { Method: "same-behaviour", Evidence: "standard output and exit status are equal in 3 cases" });
            Assert.Contains(" 3 ", Answer(r, "propose"), StringComparison.Ordinal);
        });
        Assert.All(rows.Where(r => r.Labels["verdict"] == "differs"), r => Assert.Contains(r.Verification, v => v.Method == "change-execution"));
        Assert.All(rows, r => Assert.Contains("+++ b/", Talks.Asked(r).First(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_count_that_the_user_offers_is_confirmed_or_put_right()
    {
        var guesses = (await Talks.OfManyFiles()).SelectMany(r => r.Extra!["turns"]!.AsArray().Select((t, i) => (Turn: t!, Answer: r.Messages[(2 * i) + 1].Content)))
            .Where(t => t.Turn["move"]!.ToString() == "guess").Select(t => (Right: t.Turn["facts"]!["guess"]!.ToString() == t.Turn["facts"]!["answer"]!.ToString(), t.Answer)).ToList();

        Assert.Contains(guesses, g => g.Right);
        Assert.Contains(guesses, g => !g.Right);
        Assert.All(guesses, g => Assert.Matches(g.Right ? @"\A(?:Yes, that is right|That count is correct|Correct)\." : @"\A(?:Not quite|No, that is not the right count|That count is off)\.", g.Answer));
    }

    [Fact]
    public async Task Steps_are_part_of_the_answer_or_apart_from_it_as_is_wanted()
    {
        var (with, without) = (await Talks.Rows("""{"reasoning": true}"""), await Talks.Rows("{}"));

        Assert.Contains(with, r => r.Messages.Any(m => m.Reasoning is not null));
        Assert.All(with.SelectMany(r => r.Messages).Where(m => m.Reasoning is not null), m => Assert.DoesNotContain(m.Reasoning!, m.Content, StringComparison.Ordinal));
        Assert.All(without.SelectMany(r => r.Messages), m => Assert.Null(m.Reasoning));
        Assert.Equal(without.Select(r => r.Messages.Length), with.Select(r => r.Messages.Length));
        Assert.All(with.Zip(without).SelectMany(p => p.First.Messages.Zip(p.Second.Messages)).Where(p => p.First.Reasoning is not null), p => Assert.StartsWith(p.First.Content, p.Second.Content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tasks_and_roles_can_be_chosen()
    {
        var rows = await Talks.Rows("""{"tasks": ["explore"], "roles": ["interviewer"]}""");

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(("explore", "interviewer/candidate"), (r.Task, r.Labels["role"])));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_conversations_and_another_makes_others()
    {
        static string Said(IEnumerable<Sample> rows) => string.Join('\n', rows.SelectMany(r => r.Messages).Select(m => m.Content));

        Assert.Equal(Said(await Talks.Rows("{}")), Said(await Talks.Rows("{}")));
        Assert.NotEqual(Said(await Talks.Rows("{}")), Said(await Talks.Rows("{}", 43)));
    }

    [Fact]
    public async Task A_file_whose_runs_carry_too_few_turns_is_a_reject()
    {
        var outcomes = await Talks.Of("""{"turns": 20, "tasks": ["what-if"], "mutantsTried": 0}""", cases: [Grades.Few]);

        Assert.Equal(RejectReasons.NothingToAsk, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_a_reject()
    {
        var reject = Assert.IsType<Reject>(Assert.Single(await Talks.Of("""{"maxSourceCharacters": 100}""")));

        Assert.Equal(RejectReasons.SourceTooLong, reject.Reason);
    }

    private static JsonObject Facts(Sample row, string move) => row.Extra!["turns"]!.AsArray().First(t => t!["move"]!.ToString() == move)!["facts"]!.AsObject();

    private static string Answer(Sample row, string move) => row.Messages[(2 * Array.IndexOf(row.Labels["moves"].Split(' '), move)) + 1].Content;
}
