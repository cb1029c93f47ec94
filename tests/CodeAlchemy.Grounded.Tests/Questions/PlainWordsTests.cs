using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

/// <summary>Words that say no more and no less than the trace does.</summary>
public sealed class PlainWordsTests
{
    private const string Recursive = "def visit(n):\n    for k in range(n):\n        count = k + 5\n        visit(n - 2)\n\nvisit(2)\n";

    private const string Visits =
        "call 1 <module>@1\nline 1 1\nline 1 6\ncall 2 visit@1 n=2\nline 2 2\nline 2 3 k=0\nline 2 4 count=5\ncall 3 visit@1 n=0\nline 3 2\nret 3 2\n"
        + "line 2 2\nline 2 3 k=1\nline 2 4 count=6\ncall 4 visit@1 n=0\nline 4 2\nret 4 2\nline 2 2\nret 2 2\nret 1 6\n";

    [Fact]
    public void Lines_are_not_counted_within_a_call_that_leads_to_itself()
    {
        Assert.Empty(Asked("line-count-in-call", Recursive, Visits));
        Assert.NotEmpty(Asked("line-count-in-call", Recursive, Visits.Replace("3 visit@1", "3 other@9", StringComparison.Ordinal).Replace("4 visit@1", "4 other@9", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_single_call_has_no_first_line()
    {
        var steps = Enumerable.Range(0, 20).SelectMany(seed => TraceQuestions.All.Single(k => k.Kind == "callees").Ask(QuestionPrograms.Grades(), new SeededRandom($"{seed}"))).SelectMany(q => q.Steps).ToList();

        Assert.Contains(steps, s => s.Contains("is called once, on line ", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, s => s.Contains("once, first", StringComparison.Ordinal));
    }

    [Fact]
    public void In_the_middle_of_a_list_it_says_how_many_steps_are_left_out() =>
        Assert.Equal("9 steps are left out here", new Draft(1).Steps(Enumerable.Range(1, 20).Select(n => $"step {n}")).Finish("line-count", AnswerForm.Number).Steps[5]);

    [Theory]
    [InlineData("add(faults)", "the call on line 6 changes `faults` to `[1]`")]
    [InlineData("faults = add(faults)", "line 6 changes `faults` to `[1]`")]
    public void What_a_call_changes_is_not_said_of_its_line(string statement, string told)
    {
        var text = $"def add(errors):\n    errors.append(1)\n    return errors\n\nfaults = []\n{statement}\nprint(faults)\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 5\nline 1 6 faults=[]\ncall 2 add@1 errors=[]\nline 2 2\nline 2 3 errors=[1]\nret 2 3 =[1]\nline 1 7 faults=[1]\nret 1 7\n";
        var index = TraceIndex.Of(QuestionPrograms.Study(text, Script, "[1]\n"));

        Assert.Equal(["line 5 sets `faults` to `[]`", told], Histories.Tell("faults", Histories.Of(index, 1, "faults")));
    }

    [Fact]
    public void An_input_is_shown_with_the_remark_whether_its_last_line_ends()
    {
        var (ends, open) = (Seeds().Select(r => Invocation.Input("3\n", r)).ToHashSet(), Seeds().Select(r => Invocation.Input("3", r)).ToHashSet());

        Assert.All(ends.Concat(open), text => Assert.StartsWith("```\n3\n```\n\n", text, StringComparison.Ordinal));
        Assert.True(ends.Count > 3 && open.Count > 3);
        Assert.DoesNotContain(ends, open.Contains);
        Assert.All(open, text => Assert.Matches("[Nn]o line end|without a line end", text));
    }

    private static IEnumerable<SeededRandom> Seeds() => Enumerable.Range(0, 60).Select(seed => new SeededRandom($"{seed}"));

    private static IEnumerable<TraceQuestion> Asked(string kind, string text, string script) =>
        Seeds().SelectMany(random => TraceQuestions.All.Single(k => k.Kind == kind).Ask(QuestionPrograms.Study(text, script, ""), random));
}
