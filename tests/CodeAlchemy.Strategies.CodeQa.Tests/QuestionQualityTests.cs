using CodeAlchemy.Abstractions;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Prompts;
using Xunit;

namespace CodeAlchemy.Strategies.CodeQa.Tests;

/// <summary>Checks over many rows: what a person would notice when reading the dataset.</summary>
public sealed class QuestionQualityTests
{
    private static readonly PhraseBanks Banks = new(typeof(CodeQaStrategy).Assembly);

    [Fact]
    public async Task No_opening_of_eight_words_is_common()
    {
        foreach (var task in (await Rows.OfManyFiles()).GroupBy(r => r.Task))
        {
            var openings = task.Select(r => string.Join(' ', Question(r).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))).ToList();
            var most = openings.CountBy(o => o).MaxBy(o => o.Value);

            // One row is one row: with few rows it is more than its share.
            Assert.True(most.Value <= Math.Max(1, openings.Count * 0.02), $"{most.Value} of {openings.Count} rows of {task.Key} begin with: {most.Key}");
        }
    }

    [Fact]
    public async Task No_question_holds_a_value_that_is_asked_for()
    {
        var telling = (await Rows.OfManyFiles()).Where(r => r.Extra!["answer"]!.ToString().Length >= 8)
            .Where(r => TraceQuestions.All.Any(k => k.Kind == r.Labels["kind"] && AnswerWords.MustNotShow(k.Form))).ToList();

        Assert.NotEmpty(telling);
        Assert.All(telling, r => Assert.DoesNotContain(r.Extra!["answer"]!.ToString(), Question(r), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_and_answers_are_clean_english()
    {
        Assert.All(await Rows.OfManyFiles(), r =>
        {
            foreach (var text in r.Messages.Select(m => m.Content))
            {
                Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\{[a-z]+\}(?!`)", text);
                Assert.DoesNotMatch(@"\b1 (?:times|lines|characters|calls|elements)\b|\b0 times\b|zeroth|\b(?:a|an|the) (?:a|an|the) |\bonly call of `\w+`[^.?]*calls (?:are )?counted", text);
                Assert.DoesNotMatch(@"[ ,](?:[.?!])(?:\s|$)|\.\.(?:\s|$)", text);
                Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task One_argument_of_a_call_is_not_asked_for_as_several()
    {
        var asked = (await Rows.OfManyFiles()).Where(r => r.Labels["kind"] == "call-arguments").ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, r => Assert.Equal(r.Extra!["answer"]!.ToString().Contains('\n', StringComparison.Ordinal), Question(r).Contains("pairs, one per line", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Both_styles_are_common_and_short_answers_are_bare()
    {
        var rows = await Rows.OfManyFiles();
        var direct = rows.Where(r => r.Labels["style"] == "direct").ToList();

        Assert.InRange(direct.Count, rows.Count * 0.3, rows.Count * 0.8);
        Assert.All(direct, r => Assert.Equal(r.Extra!["answer"]!.ToString(), r.Messages[1].Content));
    }

    [Fact]
    public async Task Answers_of_yes_or_no_are_balanced_enough_not_to_be_guessed()
    {
        var answers = (await Rows.OfManyFiles()).Where(r => r.Labels["kind"] is "line-ever-runs" or "same-object").CountBy(r => r.Extra!["answer"]!.ToString()).ToDictionary();

        Assert.InRange(answers["yes"] / (double)(answers["yes"] + answers["no"]), 0.25, 0.75);
    }

    [Fact]
    public void Every_kind_has_several_wordings()
    {
        Assert.All(TraceQuestions.All.Select(k => k.Kind).Concat(TraceQuestions.Pairs.Select(k => k.Kind)), kind =>
        {
            var wordings = Banks.Get(kind).Wordings;
            Assert.True(wordings.Distinct().Count() >= 3, kind);
            Assert.All(wordings, w => Assert.Matches(@"[.?]\z", w));
        });
    }

    [Fact]
    public void Every_opening_names_the_file_among_its_first_eight_words() =>
        Assert.All(Banks.Get("openings").Wordings, w => Assert.Contains(w.Split(' ').Take(8), word => word.Contains("{file}", StringComparison.Ordinal)));

    [Fact]
    public void Every_template_compiles_and_reads_only_what_it_is_given()
    {
        string[] given = ["opening", "numbered", "invocation", "first", "second", "question"];
        string[] ofProblems =
        [
            "language", "file", "seed", "flavour", "title", "statement", "examples", "example", "for", "fault", "code", "symptom", "stdin", "expected", "question",
        ];
        var store = new TemplateStore([Path.Combine(AppContext.BaseDirectory, "templates")]);

        var computed = store.Paths().Where(path => !path.Contains("model-", StringComparison.Ordinal) && !path.Contains("problem-", StringComparison.Ordinal)).ToList();
        Assert.Equal(12, computed.Count);
        Assert.All(computed, path => Assert.Subset(given.ToHashSet(), store.Get(path).Variables.ToHashSet()));
        Assert.All(store.Paths().Except(computed), path => Assert.Subset(ofProblems.ToHashSet(), store.Get(path).Variables.ToHashSet()));
    }

    [Fact]
    public void The_options_of_the_plugin_are_those_that_the_code_reads()
    {
        var yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.yaml"));
        var declared = yaml[yaml.IndexOf("  options:", StringComparison.Ordinal)..].Split('\n')
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ').Select(l => l.Trim().TrimEnd(':'));
        var read = typeof(CodeQaOptions).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]);

        Assert.Equal(declared.Order(), read.Concat(["mode", "role"]).Order());
    }

    private static string Question(Sample row) => row.Messages[0].Content;
}
