using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Prompts;
using CodeAlchemy.Strategies.CodeDialogue.Moves;
using CodeAlchemy.Strategies.CodeDialogue.Plans;
using Xunit;

namespace CodeAlchemy.Strategies.CodeDialogue.Tests;

/// <summary>Checks over many conversations: what a person would notice when reading the dataset.</summary>
public sealed partial class QualityTests
{
    private static string Folder => AppContext.BaseDirectory;

    [Fact]
    public async Task No_opening_of_eight_words_is_common()
    {
        foreach (var task in (await Talks.OfManyFiles()).GroupBy(r => r.Task))
        {
            var openings = task.Select(r => string.Join(' ', r.Messages[0].Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))).ToList();
            var most = openings.CountBy(o => o).MaxBy(o => o.Value);

            Assert.True(most.Value <= Math.Max(1, openings.Count * 0.02), $"{most.Value} of {openings.Count} rows of {task.Key} begin with: {most.Key}");
        }
    }

    [Fact]
    public async Task All_four_tasks_and_all_four_roles_are_common()
    {
        var rows = await Talks.OfManyFiles();

        Assert.Equal(["debug", "explore", "review", "what-if"], rows.CountBy(r => r.Task).Where(t => t.Value >= rows.Count / 10).Select(t => t.Key).Order(StringComparer.Ordinal));
        Assert.Equal(4, rows.CountBy(r => r.Labels["role"]).Count(r => r.Value >= rows.Count / 10));
    }

    [Fact]
    public async Task Conversations_of_one_file_are_no_near_copies()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var rows = await Talks.Rows("""{"dialogues": 4}""", seed);
            foreach (var (a, b) in rows.SelectMany((a, i) => rows.Skip(i + 1).Select(b => (a, b))))
            {
                Assert.True(Likeness.Of(Talks.Answered(a).Concat(Talks.Asked(a).Skip(1)), Talks.Answered(b).Concat(Talks.Asked(b).Skip(1))) < 0.5, $"{a.Labels["moves"]} and {b.Labels["moves"]}");
            }
        }
    }

    [Fact]
    public async Task No_question_of_a_file_is_asked_twice()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var asked = (await Talks.Rows("""{"dialogues": 4}""", seed)).SelectMany(r => r.Extra!["turns"]!.AsArray())
                .Where(t => t!["kind"] is not null).Select(t => $"{t!["move"]} {t["kind"]} {t["case"]} {t["version"]} {t["facts"]!.ToJsonString()}").ToList();

            Assert.Equal(asked.Distinct().Count(), asked.Count);
        }
    }

    [Fact]
    public async Task What_an_answer_tells_has_not_been_said_before()
    {
        Assert.All(await Talks.OfManyFiles(), r =>
        {
            foreach (var (turn, i) in r.Extra!["turns"]!.AsArray().Select((t, i) => (t!, i)).Where(t => t.Item1["kind"] is not null && t.Item1["move"]!.ToString() is not ("guess" or "how" or "why")))
            {
                var answer = turn["facts"]!["answer"]!.ToString();
                if (answer.Length >= 8 && answer.Any(c => c is '[' or '"') && TraceQuestions.All.Any(k => k.Kind == turn["kind"]!.ToString()))
                {
                    Assert.DoesNotContain(answer, string.Join('\n', r.Messages.Take((2 * i) + 1).Select(m => m.Content)), StringComparison.Ordinal);
                }
            }
        });
    }

    [Fact]
    public async Task No_question_that_stays_with_a_line_asks_for_that_line()
    {
        Assert.All((await Talks.OfManyFiles()).SelectMany(r => r.Messages.Where(m => m.Role == "user").Zip(r.Messages.Where(m => m.Role == "assistant"))), turn =>
        {
            if (StaysWithLine().Match(turn.First.Content) is { Success: true } match && match.Groups["question"].Value is var question && !question.Contains(match.Groups["line"].Value, StringComparison.Ordinal))
            {
                Assert.DoesNotMatch($@"{match.Groups["line"].Value}\b", turn.Second.Content.Split('\n')[0]);
            }
        });
    }

    [Fact]
    public async Task Nobody_stays_with_a_line_that_has_not_been_spoken_of()
    {
        foreach (var row in await Talks.OfManyFiles())
        {
            foreach (var (asked, i) in Talks.Asked(row).Select((a, i) => (a, i)).Skip(1))
            {
                if (Staying().Match(asked) is { Success: true } match)
                {
                    var said = row.Messages.Take(2 * i).Select((m, at) => at == 0 ? m.Content.Split("\n\n```")[0] + m.Content.Split("```\n")[^1] : m.Content);
                    Assert.Contains(match.Groups["topic"].Value, string.Join('\n', said), StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    [Fact]
    public async Task Nobody_asks_for_an_output_whose_lines_were_told_or_twice_where_runs_part()
    {
        foreach (var turns in (await Talks.OfManyFiles()).Select(r => r.Extra!["turns"]!.AsArray().Select(t => t!).ToList()))
        {
            var parts = turns.Where(t => t["move"]!.ToString() == "parts").Select(t => $"{t["facts"]!["line"]} {t["facts"]!["visit"]}").ToList();
            Assert.Equal(parts.Distinct(), parts);
            var told = turns.FindIndex(t => t["kind"]?.ToString() is "output-writer" or "output-line" or "output-line-count");
            var prints = turns.FindIndex(t => t["move"]!.ToString() == "prints");
            Assert.True(told < 0 || prints < told || turns[told..prints].Any(t => t["move"]!.ToString() == "other-run"));
        }
    }

    [Fact]
    public async Task Where_there_are_several_runs_every_question_about_one_names_it()
    {
        string[] ofTwo = ["propose", "first-wrong", "fix", "rerun", "other-runs", "locate", "reached", "compare", "parts", "other-run"];
        var named = 0;
        foreach (var row in await Talks.OfManyFiles())
        {
            var moves = row.Labels["moves"].Split(' ');
            foreach (var (asked, i) in Talks.Asked(row).Select((a, i) => (a, i)).Skip(1).Where(t => !ofTwo.Contains(moves[t.i])))
            {
                if (row.Task is "debug" or "review" || moves.Take(i).Any(m => m is "edit" or "other-run"))
                {
                    named++;
                    Assert.Matches(OneRun(), asked);
                }
            }
        }

        Assert.True(named > 50);
    }

    [Fact]
    public async Task Nobody_asks_how_often_a_line_runs_that_an_earlier_answer_has_named()
    {
        string[] counts = ["line-count", "line-ever-runs", "branch-count", "loop-iterations", "line-count-in-call"];
        var asked = 0;
        foreach (var row in await Talks.OfManyFiles())
        {
            foreach (var (turn, i) in row.Extra!["turns"]!.AsArray().Select((t, i) => (t!, i)).Where(t => counts.Contains(t.Item1["kind"]?.ToString())))
            {
                asked++;
                Assert.DoesNotMatch($@"(?i)\bline {turn["facts"]!["line"]}\b", string.Join('\n', Talks.Answered(row).Take(i)));
            }
        }

        Assert.True(asked > 20);
    }

    [Fact]
    public async Task Who_reports_a_fault_asks_for_the_fault_first() =>
        Assert.All((await Talks.OfManyFiles()).Where(r => r.Task == "debug"), r => Assert.StartsWith("locate", r.Labels["moves"], StringComparison.Ordinal));

    [Fact]
    public async Task Turns_are_clean_english()
    {
        Assert.All((await Talks.OfManyFiles()).SelectMany(r => r.Messages.Select(m => m.Content)), text =>
        {
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{[a-z]+\}(?!`)", text);
            Assert.DoesNotMatch(@"\b1 (?:times|lines|characters|calls|elements)\b|\b0 times\b|zeroth|\b(?:a|an|the) (?:a|an|the|that|this) |\b(\w+) \1\b(?![^`]*`)", text);
            Assert.DoesNotMatch(@"[ ,](?:[.?!])(?:\s|$)|\.\.(?:\s|$)|(?<!e\.g)[.?] [a-z](?![^`]*`$)", Prose(text));
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.Equal(text.Trim(), text);
            Assert.True(char.IsUpper(text[0]) || text[0] is '`' or '-', text);
        });
    }

    [Fact]
    public void Every_opening_names_the_file_among_its_first_eight_words() => Assert.All(
        Role.All.SelectMany(r => Voice.Banks.Get($"open-{r.User}").Wordings), w => Assert.Contains(w.Split(' ').Take(8), word => word.Contains("{file}", StringComparison.Ordinal)));

    [Fact]
    public void Every_bank_has_wordings_for_every_role()
    {
        var banks = typeof(Voice).Assembly.GetManifestResourceNames().Select(n => Path.GetFileNameWithoutExtension(n[(n.IndexOf('/', StringComparison.Ordinal) + 1)..])).ToList();

        Assert.True(banks.Count > 100);
        Assert.All(banks.Where(b => !b.StartsWith("open-", StringComparison.Ordinal)), bank => Assert.All(Role.All, role => Assert.True(new Voice(role).Fitting(bank).Distinct().Count() >= 2, $"{bank} for {role.User}")));
        Assert.All(banks.Where(b => b.StartsWith("ask-", StringComparison.Ordinal)).SelectMany(b => Voice.Banks.Get(b).Wordings), w => Assert.Matches(@"[.?]\z", w));
    }

    [Fact]
    public void Every_kind_of_question_has_its_wordings()
    {
        var computed = AllPlans.Moves.OfType<ComputedQuestion>().SelectMany(m => m.Kinds).ToList();

        Assert.All(computed, kind => Assert.Contains(TraceQuestions.All, k => k.Kind == kind));
        Assert.All(computed.Where(k => k != "line-ever-runs").Concat(Compare.Kinds), kind => Assert.NotEmpty(Voice.Banks.Get($"ask-{kind}").Wordings.Concat(Voice.Banks.Get($"say-{kind}").Wordings)));
        Assert.All(Guess.Kinds, kind => Assert.NotEmpty(Voice.Banks.Get($"ask-guess-{kind}").Wordings.Concat(Voice.Banks.Get($"say-{kind}").Wordings)));
    }

    [Fact]
    public void Plans_name_moves_that_there_are_and_every_move_stands_in_a_plan()
    {
        var named = AllPlans.Plans.SelectMany(p => p.Spine.SelectMany(b => b.Moves).Concat(p.Fill.Select(f => f.Move))).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(AllPlans.Moves.Select(m => m.Name).Order(StringComparer.Ordinal), named);
        Assert.All(AllPlans.Plans.SelectMany(p => p.Roles), role => Assert.Contains(Role.All, r => r.User == role));
    }

    [Fact]
    public void The_documentation_has_an_example_of_every_move_and_the_example_manifest_the_defaults()
    {
        var documentation = File.ReadAllText(Path.Combine(Folder, "code-dialogue.md"));
        var defaults = new DialogueOptions();

        Assert.Equal(AllPlans.Moves.Select(m => m.Name).Order(StringComparer.Ordinal), Example().Matches(documentation).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Contains($"- code-dialogue: {{turns: {defaults.Turns}, dialogues: {defaults.Dialogues}}}\n", File.ReadAllText(Path.Combine(Folder, "dialogues.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_compiles_and_reads_only_what_it_is_given()
    {
        string[] open = ["opening", "numbered", "invocation", "exhibit", "ask"];
        string[] model = ["language", "user", "assistant", "file", "numbered", "invocation", "exhibit", "lead", "cases", "turns", "count", "fix", "turn", "name", "output", "run"];
        var store = new TemplateStore([Path.Combine(Folder, "templates")]);

        Assert.Equal(7, store.Paths().Length);
        Assert.All(store.Paths(), path => Assert.Subset((path.Contains("open-", StringComparison.Ordinal) ? open : model).ToHashSet(), store.Get(path).Variables.ToHashSet()));
    }

    [Fact]
    public void The_options_of_the_plugin_are_those_that_the_code_reads()
    {
        var yaml = File.ReadAllText(Path.Combine(Folder, "plugin.yaml"));
        var declared = yaml[yaml.IndexOf("  options:", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ').Select(l => l.Trim().TrimEnd(':'));
        var read = typeof(DialogueOptions).GetProperties().Where(p => p.CanWrite).Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);

        // These two are read for all strategies in one place.
        Assert.Equal(declared.Order(), read.Concat(["mode", "role"]).Order());
        Assert.Contains($"default: [{string.Join(", ", AllPlans.Plans.Select(p => p.Task))}]", yaml, StringComparison.Ordinal);
        Assert.Contains($"default: [{string.Join(", ", Role.All.Select(r => r.User))}]", yaml, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\A(?:Staying with|About|Still on|While we are at|To stay with) (?<topic>line \d+|`[^`]+`)(?: once more| for a moment)?:")]
    private static partial Regex Staying();

    [GeneratedRegex("(?i)the (?:original|first|second|third|fourth|faulty|corrected) run|the run (?:before|after) the change")]
    private static partial Regex OneRun();

    [GeneratedRegex(@"^\*\*([a-z-]+)\*\*: [^\n]+\n\n> ", RegexOptions.Multiline)]
    private static partial Regex Example();

    // Code and blocks have rules of their own.
    private static string Prose(string text) => Span().Replace(Block().Replace(text, "X"), "X");

    [GeneratedRegex("^```.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\A(?:Staying with|About|Still on|While we are at|To stay with) (?<line>line \d+)[^:]*: (?<question>.*)\z", RegexOptions.Singleline)]
    private static partial Regex StaysWithLine();
}
