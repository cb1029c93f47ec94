using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

/// <summary>Places whose runs a reader can't number, and steps that explain nothing.</summary>
public sealed class LoosePlacesTests
{
    private const int Seeds = 60;

    private const string SortText = "def by_size(a, b):\n    d = len(a) - len(b)\n    return d\n\ndef size(a):\n    return len(a)\n\nitems = sort(read(), by_size)\nk = size(items)\nprint(k)\n";
    private const string SortScript = "call 1 <module>@1\nline 1 1\nline 1 5\nline 1 8\ncall 2 by_size@1 a='x' b='yy'\nline 2 2\nline 2 3 d=-1\nret 2 3 =-1\ncall 3 by_size@1 a='yy' b='z'\nline 3 2\nline 3 3 d=1\nret 3 3 =1\n"
        + "line 1 9 items=['x','z','yy']\ncall 4 size@5 a=['x','z','yy']\nline 4 6\nret 4 6 =3\nline 1 10 k=3\nout 3\\n\nret 1 10\n";

    [Fact]
    public void What_a_library_calls_while_it_sorts_is_neither_numbered_nor_counted()
    {
        var index = TraceIndex.Of(QuestionPrograms.Study(SortText, SortScript, "3\n"));

        Assert.Equal(["size"], index.Functions);
        Assert.False(index.IsFirm(2));
        Assert.True(index.IsFirm(9));
        Assert.DoesNotContain(AllAsked(index.Study), q => q.Facts["line"]?.GetValue<int>() is 2 or 3);
    }

    [Fact]
    public void The_same_function_called_by_its_own_name_is()
    {
        var text = SortText.Replace("sort(read(), by_size)", "pick(by_size(x, y))", StringComparison.Ordinal);

        Assert.Equal(["by_size", "size"], TraceIndex.Of(QuestionPrograms.Study(text, SortScript, "3\n")).Functions);
    }

    [Fact]
    public void A_line_that_holds_a_function_of_its_own_has_no_number_of_runs()
    {
        const string Text = "def f(n):\n    m = n + 1\n    x = g(m, key=lambda i: i + 1)\n    return x\n\nf(4)\nf(5)\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 6\ncall 2 f@1 n=4\nline 2 2\nline 2 3 m=5\ncall 3 <lambda>@3 i=5\nline 3 3\nret 3 3 =6\nline 2 4 x=6\nret 2 4 =6\nline 1 7\ncall 4 f@1 n=5\nline 4 2\nline 4 3 m=6\ncall 5 <lambda>@3 i=6\nline 5 3\nret 5 3 =7\nline 4 4 x=7\nret 4 4 =7\nret 1 7\n";

        Assert.DoesNotContain(AllAsked(QuestionPrograms.Study(Text, Script, "")), q => q.Facts["line"]?.GetValue<int>() == 3);
    }

    [Fact]
    public void The_line_of_a_field_stands_outside_every_function()
    {
        var lines = new SourceLines("public class A {\n    final int size = 3;\n\n    int twice() {\n        int n = size;\n        return n * 2;\n    }\n}\n\nstatic struct pair make(int n)\n{\n    n = n + 1;\n}\n");

        Assert.Equal([2, 4, 7], Enumerable.Range(1, 12).Where(lines.IsField));
    }

    [Theory]
    [InlineData("for (const item of items) {\n  n += item;\n}", false)]
    [InlineData("while (true) {\n  n += 1;\n}", false)]
    [InlineData("while (n < 5) {\n  n += 1;\n}", true)]
    public void Heads_of_loops_are_visited_only_where_they_test_a_condition(string text, bool test) =>
        Assert.Equal(test, new SourceLines(text).IsTest(1));

    [Fact]
    public void A_line_of_a_longer_statement_is_not_visited()
    {
        const string Text = "def f(n):\n    x = add(n,\n            n + 1)\n    y = x + 2\n    return y\n\nf(4)\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 7\ncall 2 f@1 n=4\nline 2 2\nline 2 3\nline 2 2\nline 2 4 x=9\nline 2 5 y=11\nret 2 5 =11\nret 1 7\n";

        Assert.DoesNotContain(AllAsked(QuestionPrograms.Study(Text, Script, "")), q => q.Facts["line"]?.GetValue<int>() is 2 or 3);
    }

    [Fact]
    public void An_exception_is_explained_by_the_calls_that_lead_to_it_or_not_at_all()
    {
        const string Text = "x = int(read())\nprint(x)\n";
        var alone = Asked("exception-line", QuestionPrograms.Study(Text, "call 1 <module>@1\nline 1 1\nraise 1 1 ValueError bad\nunw 1 1\n", ""));
        var within = Asked("exception-line", QuestionPrograms.Queue());

        Assert.All(alone, q => Assert.Empty(q.Steps));
        Assert.All(within, q => Assert.Equal(
            ["`drain` is called on line 22, at the top level of the file", "`take` is called on line 13, in the only call of `drain`", "on line 5 `x` is `12`, so the condition holds", "line 6 raises `KeyError`", "line 14 catches it"],
            q.Steps));
    }

    [Fact]
    public void Lines_that_never_run_are_explained_by_what_keeps_control_away_from_them() =>
        Assert.All(Asked("lines-never-run", QuestionPrograms.Grades()).Where(q => !q.Steps.IsEmpty), q =>
            Assert.All(q.Answer.Split(", "), line => Assert.Contains(q.Steps, s => s.StartsWith($"line {line} is never reached: ", StringComparison.Ordinal))));

    [Fact]
    public void A_value_seen_in_one_of_several_calls_is_explained_with_that_call()
    {
        var asked = Asked("value-at-visit", QuestionPrograms.Totals()).Single(q => q.Facts.ToJsonString() == """{"line":10,"visit":4,"variable":"acc"}""");

        Assert.Equal("the fourth run of line 10 is the second one in the second call of `total`", asked.Steps[0]);
    }

    [Fact]
    public void Arguments_are_explained_by_the_variables_of_the_caller()
    {
        var asked = Asked("call-arguments", QuestionPrograms.Grades()).First(q => q.Facts.ToJsonString() == """{"function":"label","call":2}""");

        Assert.Equal(["the call is made on line 9, in the second call of `show`", "at that moment `score` is `7`", "the call gets `7` as `score`"], asked.Steps);
    }

    [Fact]
    public void A_returned_value_is_explained_by_what_becomes_of_the_variable_that_is_returned()
    {
        var asked = Asked("returned-value", QuestionPrograms.Totals()).First(q => q.Facts.ToJsonString() == """{"function":"total","call":1}""");

        Assert.Contains("line 11 changes `acc` to `2`", asked.Steps);
        Assert.Equal("line 12 ends the call and returns `5`", asked.Steps[^1]);
    }

    [Fact]
    public void Variables_that_get_the_value_they_had_are_not_left_to_the_reader()
    {
        const string Text = "def f(a, b):\n    a = b = c = a\n    return a\n\nf(4, 5)\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 5\ncall 2 f@1 a=4 b=5\nline 2 2\nline 2 3 b=4 c=4\nret 2 3 =4\nret 1 5\n";

        Assert.Empty(Asked("changed-variables", QuestionPrograms.Study(Text, Script, "")));
    }

    [Fact]
    public void A_run_that_misses_a_line_is_explained_by_what_keeps_it_away()
    {
        var pair = TraceQuestions.Pairs.Single(k => k.Kind == "pair-only-one");
        var all = Enumerable.Range(0, Seeds).SelectMany(seed => pair.Ask(QuestionPrograms.Grades(), QuestionPrograms.FewGrades(), new SeededRandom($"{seed}"))).ToList();

        Assert.NotEmpty(all);
        Assert.All(all.Where(q => q.Facts["line"]!.GetValue<int>() == 3), q => Assert.Equal(
            ["in the first run: in the third call of `label`, control goes on from line 2 to line 3, since the condition holds", "in the first run: line 3 runs once in the whole run", "in the second run: line 2 runs once", "in the second run: its condition does not hold, so line 3 is not reached from there"],
            q.Steps));
    }

    [Theory]
    [InlineData("std::optional<int>", "7", false)]
    [InlineData("std::vector<std::unique_ptr<int>>", "{7}", false)]
    [InlineData("std::unordered_set<int>", "{7, 3}", false)]
    [InlineData("HashMap", "{7: 3}", false)]
    [InlineData("LinkedHashMap", "{7: 3}", true)]
    [InlineData("unsigned char", "107", false)]
    [InlineData("std::vector<int>", "{7, 3}", true)]
    [InlineData("char", "'k'", true)]
    public void What_a_trace_shows_otherwise_than_the_program_has_it_is_no_literal(string type, string text, bool plain) =>
        Assert.Equal(plain, Literals.IsPlain(new TraceValue(type, text)));

    [Theory]
    [InlineData("['4', 'b']", true)]
    [InlineData("['4', 'x']", false)]
    [InlineData("[]", false)]
    public void A_list_of_nothing_but_arguments_is_known(string list, bool given)
    {
        var study = QuestionPrograms.Study("x = 1\n", "call 1 <module>@1\nline 1 1\nret 1 1\n", "");
        var evidence = new TraceEvidence { Untraced = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [] }, Traced = [], Agreed = study.Trace };

        Assert.Equal(given, GivenValues.Holds(new CaseStudy(study.Source, study.Case with { Arguments = ["4", "b"] }, evidence), new TraceValue("list", list)));
    }

    [Theory]
    [InlineData("enum verdict { GOOD, BAD };\nstruct result {\n    enum verdict verdict;\n    int column;\n};\n", true)]
    [InlineData("typedef enum { GOOD, BAD } verdict_t;\nstruct result {\n    verdict_t verdict;\n};\n", true)]
    [InlineData("enum class Verdict { Good };\nstruct Result {\n    Verdict verdict = Verdict::Good;\n};\n", true)]
    [InlineData("enum other { A };\nstruct result {\n    int verdict;\n};\n", false)]
    public void The_number_of_a_member_of_an_enumeration_inside_a_value_is_not_asked_for(string text, bool isOpen)
    {
        var source = QuestionPrograms.Study("x = 1\n", "call 1 <module>@1\nline 1 1\nret 1 1\n", "").Source with { Text = text, Language = "c" };

        Assert.Equal(isOpen, new EnumFields(source).In("{.verdict = 0, .column = 3}"));
    }

    [Theory]
    [InlineData("x = edges.pop()", true)]
    [InlineData("for x in edges:", true)]
    [InlineData("for x in edges.copy():", true)]
    [InlineData("for x in sorted(edges):", false)]
    [InlineData("if x in edges:", false)]
    public void A_run_that_goes_through_a_set_in_the_order_of_the_interpreter_is_not_asked_about(string line, bool matters)
    {
        var study = QuestionPrograms.Study($"edges = read()\n{line}\n    y = 4\n", "call 1 <module>@1\nline 1 1\nline 1 2 edges=(set){3,1}\nret 1 2\n", "");

        Assert.Equal(!matters, TraceIndex.Of(study).IsOrdered);
    }

    private static IEnumerable<TraceQuestion> AllAsked(CaseStudy study) => TraceQuestions.All.SelectMany(k => Asked(k.Kind, study));

    private static IEnumerable<TraceQuestion> Asked(string kind, CaseStudy study) => Enumerable.Range(0, Seeds)
        .SelectMany(seed => TraceQuestions.All.Single(k => k.Kind == kind).Ask(study, new SeededRandom($"{seed}"))).DistinctBy(q => q.Facts.ToJsonString() + q.Answer);
}
