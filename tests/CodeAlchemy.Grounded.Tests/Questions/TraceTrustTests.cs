using Xunit;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Grounded.Tests.Questions;

public sealed class TraceTrustTests
{
    private static readonly string[] OfOutput = ["output-line-count", "output-line", "output-last", "output-characters", "output-longest", "output-number", "exit-status"];

    [Fact]
    public void Of_a_language_whose_traces_tell_only_the_run_only_the_run_is_asked_about() =>
        Assert.Superset(AskedIn("sql").Select(q => q.Kind).ToHashSet(), OfOutput.ToHashSet());

    [Fact]
    public void A_language_that_nobody_has_read_is_asked_about_values_and_calls_without_reasons()
    {
        var asked = AskedIn("quux");

        Assert.Contains(asked, q => q.Kind == "returned-value");
        Assert.DoesNotContain(asked, q => q.Kind.StartsWith("line-", StringComparison.Ordinal) || q.Kind == "value-at-visit" || q.Steps.Length > 0);
    }

    [Fact]
    public void Lines_without_credit_for_changes_give_values_without_reasons_and_calls_with_them()
    {
        var asked = AskedIn("rust");

        Assert.Contains(asked, q => q.Kind is "last-value" or "line-count");
        Assert.DoesNotContain(asked, q => q.Kind is "value-at-visit" or "last-value" && q.Steps.Length > 0);
        Assert.DoesNotContain(asked, q => q.Kind is "change-count" or "value-sequence" or "changed-variables");
        Assert.Contains(asked, q => q.Kind == "call-count" && q.Steps.Length > 0);
    }

    [Theory]
    [InlineData("python", "x = 1", "int", TraceTrust.All)]
    [InlineData("python", "import os\nx = os.environ", "int", TraceTrust.None)]
    [InlineData("rust", "for (k, v) in env::vars() {}", "int", TraceTrust.None)]
    [InlineData("ruby", "puts ENV['HOME']", "int", TraceTrust.None)]
    [InlineData("ruby", "x = 1", "SystemStackError", TraceTrust.None)]
    public void Neither_the_environment_nor_the_depth_of_the_stack_is_in_a_question(string language, string text, string exception, TraceTrust expected) =>
        Assert.Equal(expected, TraceTrusts.Of(language, text, Raising(exception)));

    [Fact]
    public void A_tail_call_leaves_no_frame()
    {
        Assert.True(TraceTrusts.Of("lua", "return n + f(n)", Raising("error")).Covers(TraceTrust.Calls));
        Assert.False(TraceTrusts.Of("lua", "local x\n  return f(n - 1, x)\n", Raising("error")).Covers(TraceTrust.Calls));
        Assert.False(TraceTrusts.Of("kotlin", "tailrec fun gcd(a: Int, b: Int): Int = 1", Raising("error")).Covers(TraceTrust.Calls));
    }

    [Fact]
    public void Changes_are_not_asked_about_where_the_trace_tells_them_at_another_line()
    {
        Assert.True(TraceTrusts.Of("go", "for i := 0; i < 3; i++ {}", Raising("error")).Covers(TraceTrust.Changes));
        Assert.False(TraceTrusts.Of("go", "for _, n := range numbers {}", Raising("error")).Covers(TraceTrust.Changes));
        Assert.False(TraceTrusts.Of("php", "foreach ($a as $b) {}", Raising("Error")).Covers(TraceTrust.Changes));
        Assert.False(TraceTrusts.Of("ruby", "while (line = gets)", Raising("IOError")).Covers(TraceTrust.Lines));
        Assert.True(TraceTrusts.Of("ruby", "while line == gets", Raising("IOError")).Covers(TraceTrust.Lines));
    }

    [Theory]
    [InlineData("go", "func total(k int) int {\nk := k + 1\nreturn k\n}", "k", true)]
    [InlineData("go", "func total(k int) int {\nm := k + 1\nreturn m\n}", "k", false)]
    [InlineData("go", "func total(k int) int {\nm := k + 1\nreturn m\n}", "m", false)]
    [InlineData("lua", "local function total(k)\nlocal m = 1\nfor m = 1, 3 do print(m) end\nend", "m", true)]
    [InlineData("kotlin", "fun total(k: Int): Int {\nval m = k.let { k -> k + 1 }\nreturn m\n}", "k", true)]
    [InlineData("rust", "fn total(k: i32) -> i32 {\nlet m = 1; let mut m = 2;\nm\n}", "m", true)]
    [InlineData("python", "def total(k):\n m = [m for m in k]\n return m\n", "m", false)]
    public void A_name_of_several_variables_is_found_where_the_trace_does_not_tell_them_apart(string language, string text, string name, bool isShadowed)
    {
        var study = In(language, text, "call 1 <module>@1\nline 1 1\ncall 2 total@1 k=3\nline 2 2\nline 2 3 m=4\nret 2 3 =4\nret 1 1\n");

        Assert.Equal(isShadowed, TraceIndex.Of(study).Shadowing.Has("total", name));
        Assert.False(TraceIndex.Of(study).Shadowing.Has("other", name));
    }

    [Fact]
    public void A_line_with_two_stops_is_not_counted_unless_the_language_has_one_for_each_line()
    {
        const string Text = "x = 1\ny = f(x)\nz = y\nprint(z)\n";
        const string Script = "call 1 <module>@1\nline 1 1\nline 1 2 x=1\nline 1 2\nline 1 3 y=2\nline 1 4 z=2\nret 1 4\n";

        Assert.True(TraceIndex.Of(In("kotlin", Text, Script)).IsStoppedTwice(2));
        Assert.False(TraceIndex.Of(In("kotlin", Text, Script)).IsStoppedTwice(3));
        Assert.False(TraceIndex.Of(In("python", Text, Script)).IsStoppedTwice(2));
        Assert.True(TraceIndex.Of(In("kotlin", Text.Replace("x = 1", "data class Box(val x: Int)", StringComparison.Ordinal), Script)).IsStoppedTwice(1));
    }

    private static List<TraceQuestion> AskedIn(string language)
    {
        var grades = QuestionPrograms.Grades();
        var study = new CaseStudy(grades.Source with { Language = language }, grades.Case, new TraceEvidence { Untraced = grades.Run, Traced = [grades.Run], Agreed = grades.Trace });
        return [.. Enumerable.Range(0, 10).SelectMany(seed => TraceQuestions.All.SelectMany(k => k.Ask(study, new SeededRandom($"{seed}"))))];
    }

    private static CaseStudy In(string language, string text, string script)
    {
        var study = QuestionPrograms.Study(text, script, "");
        return new CaseStudy(study.Source with { Language = language }, study.Case, new TraceEvidence { Untraced = study.Run, Traced = [study.Run], Agreed = study.Trace });
    }

    private static Trace Raising(string exception) =>
        QuestionPrograms.Study("x = 1\n", $"call 1 <module>@1\nline 1 1\nraise 1 1 {exception} bad\ncatch 1 1 {exception}\nret 1 1\n", "").Trace;
}
