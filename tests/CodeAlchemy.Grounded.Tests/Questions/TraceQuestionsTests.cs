using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

public sealed class TraceQuestionsTests
{
    private const int Seeds = 60;

    private static readonly Dictionary<string, CaseStudy> Studies = new()
    {
        ["totals"] = QuestionPrograms.Totals(), ["queue"] = QuestionPrograms.Queue(), ["grades"] = QuestionPrograms.Grades(),
    };

    // program, kind, what is asked, answer
    public static TheoryData<string, string, string, string> Expected => new()
    {
        { "totals", "value-at-visit", """{"line":9,"visit":3,"variable":"acc"}""", "1" },
        { "totals", "value-after-line", """{"line":11,"visit":3,"variable":"acc"}""", "5" },
        { "totals", "value-before-and-after", """{"line":10,"visit":4,"variable":"acc"}""", "1 -> 6" },
        { "queue", "value-before-and-after", """{"line":15,"visit":1,"variable":"kept"}""", "[6,8] -> []" },
        { "queue", "changed-variables", """{"line":2,"visit":2}""", "queue, x, y" },
        { "totals", "last-value", """{"variable":"acc","within":"total","call":2}""", "8" },
        { "totals", "same-object", """{"line":25,"visit":1,"variable":"b","other":"a"}""", "yes" },
        { "totals", "same-object", """{"line":22,"visit":1,"variable":"a","other":"c"}""", "no" },
        { "totals", "change-count", """{"variable":"acc","within":"total","call":1}""", "5" },
        { "totals", "value-sequence", """{"variable":"acc","within":"total","call":1}""", "0 -> 3 -> 2 -> 1 -> 6 -> 5" },
        { "totals", "first-reach", """{"variable":"acc","within":"total","call":1,"value":"2"}""", "11" },
        { "totals", "largest-value", """{"variable":"acc","within":"total","call":2}""", "9" },
        { "totals", "smallest-value", """{"variable":"item","within":"total","call":2}""", "1" },
        { "queue", "visit-with-value", """{"line":5,"variable":"x","value":"12"}""", "4" },
        { "queue", "element-value", """{"line":13,"visit":2,"variable":"queue","index":3}""", "8" },
        { "queue", "collection-size", """{"line":5,"visit":3,"variable":"queue"}""", "3" },
        { "queue", "largest-size", """{"variable":"kept","within":"drain","call":1}""", "2" },
        { "totals", "line-count", """{"line":10}""", "5" },
        { "totals", "line-count-in-call", """{"line":10,"function":"total","call":1}""", "2" },
        { "queue", "line-ever-runs", """{"line":4}""", "yes" },
        { "grades", "line-ever-runs", """{"line":18}""", "no" },
        { "grades", "lines-never-run", """{"lines":[3,5,6,18,19]}""", "5, 18, 19" },
        { "totals", "line-runs-more", """{"line":11,"other":10}""", "11" },
        { "totals", "line-path", """{"function":"total","call":1}""", "7, 8, 9, 10, 11, 8, 9, 11, 8, 9, 10, 11, 8, 12" },
        { "totals", "loop-iterations", """{"line":8,"within":"total","call":2}""", "4" },
        { "totals", "branch-next", """{"line":2,"visit":3}""", "3" },
        { "totals", "branch-count", """{"line":9}""", "5" },
        { "totals", "call-count", """{"function":"fact"}""", "3" },
        { "queue", "call-arguments", """{"function":"take","call":5}""", "queue = [4,1]\nlow = 3" },
        { "totals", "returned-value", """{"function":"fact","call":1}""", "6" },
        { "queue", "returned-type", """{"function":"take","call":2}""", "Whole" },
        { "totals", "returned-values", """{"function":"fact","calls":3}""", "6 -> 2 -> 1" },
        { "totals", "call-that-returns", """{"function":"fact","value":"2"}""", "2" },
        { "queue", "caller", """{"function":"take","call":1}""", "first" },
        { "totals", "call-site", """{"function":"fact","call":1}""", "23" },
        { "totals", "leaving-line", """{"function":"fact","call":3}""", "3" },
        { "totals", "recursion-depth", """{"function":"fact"}""", "3" },
        { "grades", "stack-at-output", """{"output":2}""", "run, show" },
        { "totals", "stack-at-line", """{"line":12,"visit":2}""", "report, total" },
        { "totals", "first-calls", """{"functions":["fact","report","total"]}""", "report, total, fact" },
        { "totals", "functions-called", "{}", "3" },
        { "grades", "callees", """{"function":"run","call":1}""", "show, check" },
        { "queue", "calls-inside", """{"function":"drain","call":1,"inner":"take"}""", "5" },
        { "totals", "returns-first", """{"function":"fact"}""", "3" },
        { "totals", "output-line-count", "{}", "4" },
        { "totals", "output-line", """{"output":3}""", "total 8" },
        { "queue", "output-last", """{"output":2}""", "[4]" },
        { "totals", "output-characters", "{}", "25" },
        { "grades", "output-longest", "{}", "3" },
        { "totals", "output-writer", """{"output":3}""", "16" },
        { "totals", "output-number", """{"text":"total 8"}""", "3" },
        { "totals", "output-before-line", """{"line":24,"visit":1}""", "2" },
        { "totals", "input-reader", "{}", "19" },
        { "totals", "exit-status", "{}", "3" },
        { "queue", "exception-type", "{}", "KeyError" },
        { "queue", "exception-line", """{"type":"KeyError"}""", "6" },
        { "queue", "exception-message", """{"type":"KeyError"}""", "12 left over" },
        { "queue", "exception-caught", """{"type":"KeyError","line":6}""", "yes" },
        { "queue", "catching-line", """{"type":"KeyError","line":6}""", "14" },
        { "queue", "exception-count", "{}", "2" },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void A_kind_answers_from_the_trace(string program, string kind, string asked, string answer)
    {
        var question = Assert.Single(Asked(Kind(kind), Studies[program]), q => q.Facts.ToJsonString() == asked);

        Assert.Equal(answer, question.Answer);
        Assert.Equal(kind, question.Kind);
    }

    [Fact]
    public void Every_kind_is_tested_and_no_name_comes_twice()
    {
        var kinds = TraceQuestions.All.Select(k => k.Kind).ToList();

        Assert.Equal(kinds.Order(), Expected.Select(row => row.Data.Item2).Distinct().Order());
        Assert.Equal(kinds.Count, kinds.Distinct().Count());
        Assert.True(kinds.Count >= 50);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_whatever_the_seed()
    {
        foreach (var study in Studies.Values)
        {
            Assert.All(
                TraceQuestions.All.SelectMany(k => Asked(k, study)).GroupBy(q => q.Kind + q.Facts.ToJsonString()),
                same => Assert.Single(same.Select(q => q.Answer).Distinct()));
        }
    }

    [Fact]
    public void Every_step_is_one_line_that_begins_a_sentence_and_has_no_end_of_its_own()
    {
        var steps = Studies.Values.SelectMany(s => TraceQuestions.All.SelectMany(k => Asked(k, s))).SelectMany(q => q.Steps).ToList();

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Matches(@"\A[a-z0-9`][^\n]*[^.\n ]\z", step));
        Assert.All(steps, step => Assert.DoesNotMatch(@"\b(?:1 times|0 times|0th|zeroth)\b", step));
    }

    [Theory]
    [InlineData("pair-only-one", """{"line":3}""", "first")]
    [InlineData("pair-more-runs", """{"line":9}""", "first")]
    [InlineData("pair-extra-calls", """{"function":"show"}""", "-2")]
    [InlineData("pair-first-difference", "{}", "2")]
    [InlineData("pair-same-output", "{}", "no")]
    public void A_kind_about_two_cases_compares_their_traces(string kind, string asked, string answer)
    {
        var pair = TraceQuestions.Pairs.Single(k => k.Kind == kind);
        var all = Enumerable.Range(0, Seeds).SelectMany(seed => pair.Ask(QuestionPrograms.Grades(), QuestionPrograms.FewGrades(), new SeededRandom($"{seed}")));

        Assert.Equal([answer], all.Where(q => q.Facts.ToJsonString() == asked).Select(q => q.Answer).Distinct());
    }

    [Fact]
    public void Equal_outputs_are_called_equal()
    {
        var question = Assert.Single(TraceQuestions.Pairs.Single(k => k.Kind == "pair-same-output").Ask(QuestionPrograms.FewGrades(), QuestionPrograms.FewGrades(), new SeededRandom("0")));

        Assert.Equal("yes", question.Answer);
    }

    [Fact]
    public void The_step_of_a_counting_loop_belongs_to_the_line_of_the_loop()
    {
        const string Text = "int main(void)\n{\n    int sum = 0;\n    for (int i = 0; i < 3; i++) {\n        sum += i + 5;\n    }\n    return sum;\n}\n";
        const string Script = "call 1 main@1\nline 1 3\nline 1 4 sum=0\nline 1 5 i=0\nline 1 4 sum=5 i=1\nline 1 5\nline 1 4 sum=11 i=2\nline 1 5\nline 1 4 sum=18 i=3\ndel 1 7 i\nret 1 7 =18\n";
        var study = QuestionPrograms.Study(Text, Script, "");

        Assert.DoesNotContain(Asked(Kind("value-after-line"), study), q => q.Facts["variable"]!.GetValue<string>() == "i");
        // Not every tracer tells of the last step.
        foreach (var kind in new[] { "value-sequence", "change-count", "last-value" })
        {
            Assert.DoesNotContain(Asked(Kind(kind), study), q => q.Facts["variable"]!.GetValue<string>() == "i");
        }

        Assert.DoesNotContain(Asked(Kind("value-at-visit"), study), q => q.Facts["line"]!.GetValue<int>() == 4);
        Assert.Contains(Asked(Kind("value-after-line"), study), q => q.Answer == "18");
    }

    [Fact]
    public void The_next_item_of_a_range_belongs_to_the_line_of_the_loop()
    {
        const string Text = "int main()\n{\n    int n = 0;\n    for (int item : items) {\n        n += item;\n    }\n    return n;\n}\n";
        const string Script = "call 1 main@1\nline 1 3\nline 1 4 n=0\nline 1 5 item=3\nline 1 4 n=3 item=4\nline 1 5\nline 1 4 n=7 item=6\nline 1 5\ndel 1 7 item\nret 1 7 n=13 =13\n";
        var study = QuestionPrograms.Study(Text, Script, "");

        Assert.All(Asked(Kind("value-sequence"), study).Single(q => q.Answer == "3 -> 4 -> 6").Steps, s => Assert.StartsWith("line 4 ", s, StringComparison.Ordinal));
        Assert.DoesNotContain(Asked(Kind("value-after-line"), study), q => q.Facts["variable"]!.GetValue<string>() == "item");
        Assert.Contains(Asked(Kind("value-after-line"), study), q => q.Answer == "7");
    }

    [Fact]
    public void What_an_array_without_a_value_holds_is_set_by_no_line()
    {
        const string Text = "int main(void)\n{\n    int n = 1;\n    char next[8];\n    fill(next);\n    more(next);\n    last(next);\n    return n;\n}\n";
        const string Script = "call 1 main@1\nline 1 3\nline 1 5 n=1 next=\"\"\nline 1 6 next=\"a\"\nline 1 7 next=\"ab\"\nline 1 8 next=\"abc\"\nret 1 8 =1\n";
        var study = QuestionPrograms.Study(Text, Script, "");
        var plain = QuestionPrograms.Study(Text.Replace("char next[8];", "String next;", StringComparison.Ordinal), Script, "");

        Assert.DoesNotContain(TraceQuestions.All.SelectMany(k => Asked(k, study)), q => q.Facts["variable"]?.GetValue<string>() == "next");
        Assert.Equal("`next` to `\"a\"`", Asked(Kind("last-value"), plain).First(q => q.Answer == "\"abc\"").Steps[0].Split("line 5 sets ")[1]);
    }

    [Fact]
    public void A_condition_that_sets_what_it_tests_is_not_explained_by_the_values_before_it()
    {
        const string Text = "int main()\n{\n    int count = 0;\n    if (read(&count) < 1)\n        return 1;\n    if (count > 1)\n        count = 0;\n    return 0;\n}\n";
        const string Script = "call 1 main@1\nline 1 3\nline 1 4 count=0\nline 1 6 count=2\nline 1 7\nline 1 8 count=0\nret 1 8 =0\n";
        var questions = Asked(Kind("branch-next"), QuestionPrograms.Study(Text, Script, "")).ToList();

        Assert.Empty(questions.First(q => q.Facts["line"]!.GetValue<int>() == 4).Steps);
        Assert.Equal("at that moment `count` is `2`", questions.First(q => q.Facts["line"]!.GetValue<int>() == 6).Steps[0]);
    }

    [Fact]
    public void Calls_of_functions_that_share_a_name_are_not_counted()
    {
        const string Text = "class A:\n    def go(self):\n        return 1\n\nclass B:\n    def go(self):\n        return 2\n\nA().go()\nA().go()\nB().go()\n";
        const string Script = "call 1 <module>@1\nline 1 9\ncall 2 go@2\nline 2 3\nret 2 3 =1\nline 1 10\ncall 3 go@2\nline 3 3\nret 3 3 =1\nline 1 11\ncall 4 go@6\nline 4 7\nret 4 7 =2\nret 1 11\n";

        Assert.Empty(Asked(Kind("call-count"), QuestionPrograms.Study(Text, Script, "")));
    }

    [Fact]
    public void Functions_that_are_resumed_are_not_numbered()
    {
        const string Text = "def count():\n    yield 1\n    yield 2\n\nlist(count())\n";
        const string Script = "call 1 <module>@1\nline 1 5\ncall 2 count@1\nline 2 2\nret 2 2 =1\ncall 2 count@1\nline 2 3\nret 2 3 =2\nret 1 5\n";

        Assert.Empty(Asked(Kind("returned-value"), QuestionPrograms.Study(Text, Script, "")));
    }

    [Fact]
    public void A_run_that_was_not_recorded_to_its_end_is_not_asked_about()
    {
        var study = QuestionPrograms.Study("a = f()\nb = a\nc = b\n", "call 1 <module>@1\nline 1 1\nline 1 2 a=5\ncut\n", "");

        Assert.Empty(TraceQuestions.All.SelectMany(k => Asked(k, study)));
    }

    private static ITraceQuestion Kind(string name) => TraceQuestions.All.Single(k => k.Kind == name);

    private static IEnumerable<TraceQuestion> Asked(ITraceQuestion kind, CaseStudy study) =>
        Enumerable.Range(0, Seeds).SelectMany(seed => kind.Ask(study, new SeededRandom($"{seed}"))).DistinctBy(q => q.Facts.ToJsonString() + q.Answer);
}
