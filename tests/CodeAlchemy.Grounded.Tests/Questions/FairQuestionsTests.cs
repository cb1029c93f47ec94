using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Phrasing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

/// <summary>What makes a question unfair, unclear or worthless to a careful reader.</summary>
public sealed class FairQuestionsTests
{
    private const int Seeds = 60;

    [Theory]
    [InlineData("7")]
    [InlineData("two words")]
    public void One_argument_is_not_spoken_of_in_the_plural(string argument)
    {
        var study = With(new ExecutionCase { Name = "one", Arguments = [argument] });

        Assert.All(Enumerable.Range(0, Seeds), seed => Assert.DoesNotContain("arguments", Invocation.Of(study, new SeededRandom($"{seed}")), StringComparison.Ordinal));
    }

    [Fact]
    public void One_argument_with_input_is_not_spoken_of_in_the_plural_and_two_are()
    {
        var one = With(new ExecutionCase { Name = "one", Arguments = ["7"], Stdin = [.. Encoding.UTF8.GetBytes("x\n")] });
        var two = With(new ExecutionCase { Name = "two", Arguments = ["7", "8"] });

        Assert.All(Enumerable.Range(0, Seeds), seed => Assert.DoesNotContain("arguments", Invocation.Of(one, new SeededRandom($"{seed}")), StringComparison.Ordinal));
        Assert.Contains(Enumerable.Range(0, Seeds), seed => Invocation.Of(two, new SeededRandom($"{seed}")).Contains("Its arguments are `7 8`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    char line[128];", "line", "\"abc\"", true, true)]
    [InlineData("    int i, counts[4], j;", "counts", "{1, 0, 0, 0}", true, true)]
    [InlineData("    struct result r;", "r", "{.verdict = 0, .column = 0}", false, true)]
    [InlineData("    struct result r;", "r", "{.verdict = 1, .column = 0}", true, true)]
    [InlineData("    struct result r;", "r", "{.verdict = 1, .column = 7}", true, false)]
    [InlineData("    int n;", "n", "0", false, true)]
    [InlineData("    int n;", "n", "0", true, false)]
    [InlineData("    int n = 0;", "n", "0", false, false)]
    [InlineData("    static int seen[4];", "seen", "{0, 0, 0, 0}", false, false)]
    [InlineData("    return n;", "n", "0", false, false)]
    [InlineData("    char next[9];\nvoid add(const char *left, char *sum)", "sum", "\"\"", true, true)]
    [InlineData("    char next[9];\nvoid add(const char *left, char *sum)", "left", "\"\"", true, false)]
    public void What_a_variable_of_c_holds_by_chance_is_told_from_what_it_was_given(string text, string name, string value, bool changed, bool unset)
    {
        var source = QuestionPrograms.Study("x\n", "call 1 main@1\nline 1 1\nret 1 1\n", "").Source;

        Assert.Equal(unset, new BareDeclarations(source with { Text = text, Language = "c" }).MayBeUnset(name, Value(value), changed));
        Assert.False(new BareDeclarations(source with { Text = text }).MayBeUnset(name, Value(value), changed));
    }

    [Fact]
    public void A_value_of_an_unwritten_array_is_not_asked_for()
    {
        const string Text = "int main(void)\n{\n    char text[9];\n    int n = read(text);\n    n = n + 5;\n    return n;\n}\n";
        const string Script = "call 1 main@1\nline 1 4\nline 1 5 text=\"ab\" n=2\nline 1 6 n=7\nret 1 6 =7\n";
        var asked = TraceQuestions.All.SelectMany(k => Asked(k.Kind, InC(Text, Script))).Where(q => q.Facts["variable"] is not null).ToList();

        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, q => q.Facts["variable"]!.GetValue<string>() == "text");
    }

    [Fact]
    public void Calls_in_an_order_that_the_compiler_chooses_are_not_numbered_in_c()
    {
        const string Text = "static int f(int n)\n{\n    return n + 1;\n}\n\nint main(void)\n{\n    int a = add(f(1), f(2));\n    return f(a);\n}\n";
        const string Script = "call 1 main@6\nline 1 8\ncall 2 f@1 n=2\nline 2 3\nret 2 3 =3\ncall 3 f@1 n=1\nline 3 3\nret 3 3 =2\nline 1 9 a=5\ncall 4 f@1 n=5\nline 4 3\nret 4 3 =6\nret 1 9 =6\n";

        Assert.Empty(Asked("returned-value", InC(Text, Script)));
        Assert.NotEmpty(Asked("returned-value", QuestionPrograms.Study(Text, Script, "")));
    }

    [Theory]
    [InlineData("42", true)]
    [InlineData("'b;c'", true)]
    [InlineData("\"2 3\\n4\"", true)]
    [InlineData("3", true)]
    [InlineData("23", false)]
    [InlineData("''", false)]
    public void A_value_that_stands_on_the_command_line_or_in_the_input_is_known(string value, bool given)
    {
        var study = With(new ExecutionCase { Name = "given", Arguments = ["42", "b;c"], Stdin = [.. Encoding.UTF8.GetBytes("2 3\n4\n")] });

        Assert.Equal(given, GivenValues.Holds(study, Value(value)));
    }

    [Fact]
    public void A_copied_argument_is_not_asked_for()
    {
        const string Text = "limit = int(sys.argv[1])\ntotal = limit * 3\nprint(total)\n";
        var study = QuestionPrograms.Study(Text, "call 1 <module>@1\nline 1 1\nline 1 2 limit=14\nline 1 3 total=42\nret 1 3\n", "42\n");
        var given = new CaseStudy(study.Source, study.Case with { Arguments = ["14"] }, new TraceEvidence { Untraced = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [] }, Traced = [], Agreed = study.Trace });

        Assert.Equal(["42"], Asked("value-after-line", given).Select(q => q.Answer).Distinct());
        Assert.Equal(["42", "14"], Asked("value-after-line", study).Select(q => q.Answer).Distinct().OrderDescending());
    }

    [Theory]
    [InlineData("enum verdict", "3", false)]
    [InlineData("Kind", "4", false)]
    [InlineData("Integer", "4", true)]
    [InlineData("int", "4", true)]
    public void A_member_of_an_enumeration_is_no_literal(string type, string text, bool plain) =>
        Assert.Equal(plain, Literals.IsPlain(Value(text) with { Type = type }));

    [Fact]
    public void A_reason_says_what_leads_to_a_line_or_away_from_it()
    {
        var grades = TraceIndex.Of(QuestionPrograms.Grades());

        Assert.Equal(["line 17 runs once", "its condition does not hold, so line 18 is not reached from there"], LineReasons.Missed(grades, 18));
        Assert.Equal(["in the third call of `label`, control goes on from line 2 to line 3, since the condition holds", "line 3 runs once in the whole run"], LineReasons.Reached(grades, 3));
    }

    [Fact]
    public void A_function_that_ends_early_and_an_else_that_is_not_taken_are_reasons()
    {
        const string Text = "def f(n):\n    if n > 1:\n        return n\n    else:\n        n = 5\n    print(n)\n    return 7\n\nf(2)\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 9\ncall 2 f@1 n=2\nline 2 2\nline 2 3\nret 2 3 =2\nret 1 9\n";
        var index = TraceIndex.Of(QuestionPrograms.Study(Text, Script, ""));

        Assert.Equal(["the only call of `f` ends on line 3, above line 6"], LineReasons.Missed(index, 6));
        Assert.Equal(["line 2 runs once", "its condition holds, so the other branch, with line 5, is not taken"], LineReasons.Missed(index, 5));
    }

    [Fact]
    public void A_first_call_from_a_nameless_function_is_explained_by_its_line()
    {
        const string Text = "def a():\n    return 1\n\ndef b():\n    return 2\n\ndef c():\n    return 3\n\nx = list(map(lambda i: c(), [1]))\nb()\na()\n";
        const string Script = "call 1 <module>@1\nline 1 10\ncall 2 <lambda>@10 i=1\nline 2 10\ncall 3 c@7\nline 3 8\nret 3 8 =3\nret 2 10 =3\nline 1 11\ncall 4 b@4\nline 4 5\nret 4 5 =2\nline 1 12\ncall 5 a@1\nline 5 2\nret 5 2 =1\nret 1 12\n";

        Assert.All(Asked("first-calls", QuestionPrograms.Study(Text, Script, "")), q =>
            Assert.Equal(["`c` is first called on line 10", "`b` is first called at the top level of the file, on line 11", "`a` is first called at the top level of the file, on line 12"], q.Steps));
    }

    [Fact]
    public void Calls_of_a_function_inside_itself_are_not_counted_as_calls_inside_it() =>
        Assert.DoesNotContain(Asked("calls-inside", QuestionPrograms.Totals()), q => q.Facts["function"]!.GetValue<string>() == q.Facts["inner"]!.GetValue<string>());

    [Theory]
    [InlineData("if n > limit and not done:", "n=3 limit=4 done=False", true)]
    [InlineData("if len(word) > len(longest):", "word='ab' longest='a'", true)]
    [InlineData("if letter.isdigit() or letter == SEPARATOR:", "letter='7'", true)]
    [InlineData("if letter in node.children:", "letter='a'", false)]
    [InlineData("if stack[depth] != c:", "depth=2 c='a' stack=['a','b']", false)]
    [InlineData("if is_number(text):", "text='12'", false)]
    [InlineData("if temperature <= low:", "temperature=212", false)]
    [InlineData("if self.count < count:", "count=3", false)]
    [InlineData("if true:", "count=3", false)]
    public void A_condition_is_explained_by_values_only_where_they_decide_it(string condition, string variables, bool decided)
    {
        var index = TraceIndex.Of(QuestionPrograms.Study($"def f():\n    {condition}\n        return 1\nf()\n", $"call 1 <module>@1\nline 1 4\ncall 2 f@1 {variables}\nline 2 2\nline 2 3\nret 2 3 =1\nret 1 4\n", ""));

        Assert.Equal(decided, Decisions.AreByScalars(index, index.Steps.First(s => s.Line == 2)));
    }

    [Theory]
    [InlineData("b = sorted(a, key=score)", false)]
    [InlineData("doctest.testmod()", false)]
    [InlineData("b = [score(x) for x in a]", true)]
    [InlineData("b = max(1,\n    score(a[0]))", true)]
    public void A_function_that_a_library_calls_is_not_numbered(string statement, bool numbered)
    {
        var text = $"def score(n):\n    return n * 7\n\n{statement}\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 4\ncall 2 score@1 n=2\nline 2 2\nret 2 2 =14\ncall 3 score@1 n=3\nline 3 2\nret 3 2 =21\nret 1 4\n";

        Assert.Equal(numbered, TraceIndex.Of(QuestionPrograms.Study(text, Script, "")).IsNameable("score"));
    }

    [Theory]
    [InlineData("const known = names.filter((name) => name !== '');", true)]
    [InlineData("words.sort(key=lambda w: w[0])", true)]
    [InlineData("names.forEach(name -> show(name));", true)]
    [InlineData("std::sort(a.begin(), a.end(), [](int x, int y) { return x < y; });", true)]
    [InlineData("total = sum(n for n in items)", true)]
    [InlineData("for n in items:", false)]
    [InlineData("ring->slots[at] = job;", false)]
    [InlineData("print('a => b')", false)]
    [InlineData("x = table[i](n);", false)]
    public void A_line_that_holds_a_function_is_told_from_others(string line, bool holds) => Assert.Equal(holds, new SourceLines(line).HoldsFunction(1));

    private static IEnumerable<TraceQuestion> Asked(string kind, CaseStudy study) => Enumerable.Range(0, Seeds)
        .SelectMany(seed => TraceQuestions.All.Single(k => k.Kind == kind).Ask(study, new SeededRandom($"{seed}"))).DistinctBy(q => q.Facts.ToJsonString() + q.Answer);

    private static TraceValue Value(string text) => new("", text);

    private static CaseStudy With(ExecutionCase @case)
    {
        var study = QuestionPrograms.Study("x = 1\n", "call 1 <module>@1\nline 1 1\nret 1 1\n", "");
        return Again(study, study.Source.Language, @case);
    }

    private static CaseStudy InC(string text, string script)
    {
        var study = QuestionPrograms.Study(text, script, "");
        return Again(study, "c", study.Case);
    }

    private static CaseStudy Again(CaseStudy study, string language, ExecutionCase @case)
    {
        var run = new RunResult { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [] };
        return new CaseStudy(study.Source with { Language = language }, @case, new TraceEvidence { Untraced = run, Traced = [run, run, run], Agreed = study.Trace });
    }
}
