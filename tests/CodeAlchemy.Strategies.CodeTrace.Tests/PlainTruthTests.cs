using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using CodeAlchemy.Grounded.Tests;
using CodeAlchemy.Strategies.CodeTrace.Tasks;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>What a reader can't work out from a program is not asked for.</summary>
public sealed class PlainTruthTests
{
    private const string Sorted = "import functools\ndef order(a, b):\n    return a - b\nnumbers = load()\nnumbers.sort(key=functools.cmp_to_key(order))\nprint(numbers)\n";
    private const string SortedRun = "call 1 <module>@1\nline 1 1\nline 1 2\nline 1 4\nline 1 5 numbers=[3,1]\ncall 2 order@2 a=1 b=3\nline 2 3\nret 2 3 =-2\nline 1 6\nret 1 6\n";

    [Fact]
    public async Task Calls_that_a_sort_makes_are_not_asked_for()
    {
        Assert.Empty(await Rows(Sorted, SortedRun, "predict-trace", "predict-lines"));
        Assert.DoesNotContain(await Rows(Sorted, SortedRun, "predict-state"), r => r.Messages[1].Content.Contains("a = ", StringComparison.Ordinal));

        var called = Sorted.Replace("numbers.sort(key=functools.cmp_to_key(order))", "numbers.sort(); order(1, 3)", StringComparison.Ordinal);
        Assert.NotEmpty(await Rows(called, SortedRun, "predict-trace", "predict-lines"));
    }

    [Fact]
    public async Task A_trace_that_stops_inside_a_statement_is_not_asked_for_and_its_lines_are_those_of_statements()
    {
        const string Text = "def total():\n    return sum(\n        [1, 2],\n    )\nshown = total()\nprint(shown)\n";
        const string Run = "call 1 <module>@1\nline 1 1\nline 1 5\ncall 2 total@1\nline 2 2\nline 2 3\nline 2 2\nret 2 2 =3\nline 1 6 shown=3\nret 1 6\n";

        Assert.Empty(await Rows(Text, Run, "predict-trace"));
        Assert.Equal("2, 5, 6", Assert.Single(await Rows(Text, Run, "predict-lines")).Messages[1].Content);
        Assert.NotEmpty(await Rows(Text, Run.Replace("line 2 3\nline 2 2\n", "", StringComparison.Ordinal), "predict-trace"));
    }

    [Theory]
    [InlineData("numbers=[1,2,…]", true)]
    [InlineData("node=Node(next=Node(…))", true)]
    [InlineData("text=\"abc…\"", true)]
    [InlineData("reader=scanner{…}", false)]
    [InlineData("total=3", false)]
    public async Task A_value_that_was_cut_is_no_part_of_an_answer(string variable, bool cut)
    {
        var rows = await Rows($"{variable[..variable.IndexOf('=', StringComparison.Ordinal)]} = work()\nprint(1)\n", $"call 1 <module>@1\nline 1 1\nline 1 2 {variable}\nret 1 2\n", "predict-trace");

        Assert.Equal(cut, rows.Count == 0);
    }

    [Fact]
    public void Numbers_of_objects_and_what_is_read_are_left_out()
    {
        var trace = TraceBuilder.Of("call 1 main\nline 1 1 only=[1]&1 two=[2]&2\nin text\nline 1 2 again=[2]&2\nret 1 2 =[2]&2\n");
        var shown = ShownTrace.Of(trace);

        Assert.DoesNotContain(shown.Events, e => e.Kind == TraceEventKind.Input);
        Assert.All(shown.Events.SelectMany(e => e.Set), v => Assert.Equal(0, v.Value.Alias));
        Assert.Equal(0, shown.Events[^1].Value!.Alias);
    }

    [Fact]
    public async Task A_line_on_which_a_function_runs_that_stands_there_too_is_no_place_to_stop()
    {
        const string Text = "names = load()\nsizes = apply(lambda name: len(name), names)\nprint(sizes)\n";
        const string Run = "call 1 <module>@1\nline 1 1\nline 1 2 names=7\ncall 2 <lambda>@2 name='ab'\nline 2 2 hidden=12\nret 2 2 =2\nline 1 3 sizes=21\nret 1 3\n";

        Assert.DoesNotContain(await Rows(Text, Run, "predict-state"), r => r.Extra!["line"]!.GetValue<int>() == 2);
    }

    [Fact]
    public async Task Texts_that_stand_in_the_input_are_not_asked_for_beside_others()
    {
        var input = new ExecutionCase { Name = "a", Stdin = [.. Encoding.UTF8.GetBytes("place;sum\nwest;3\n")] };
        const string Text = "header = read()\nwidth = measure(header)\nprint(width)\n";
        const string Run = "call 1 <module>@1\nline 1 1\nline 1 2 header=['place;sum']\nline 1 3 width=41 head='place;sum'\nret 1 3\n";
        var rows = await Rows(Text, Run, input, "predict-state");

        Assert.Equal(["width = 41"], rows.Select(r => r.Messages[1].Content));
    }

    [Theory]
    [InlineData("sizes = {\n    'I': 1,\n    'V': 5,\n}\n", "{'I': 1, 'V': 5}")]
    [InlineData("sizes = \"no size given\"\n\n\n\n", "'no size given'")]
    [InlineData("sizes = sys.argv\n\n\n\n", "['/work/sum.py', 'x']")]
    [InlineData("sizes = []\n\n\n\n", "[]")]
    public async Task What_the_source_spells_out_in_another_form_and_what_the_run_time_adds_is_not_asked_for(string text, string value)
    {
        Assert.Empty(await Rows($"{text}print(work())\n", $"call 1 <module>@1\nline 1 1\nline 1 5 sizes={value.Replace(" ", "", StringComparison.Ordinal)}\nret 1 5\n", "predict-state"));
    }

    [Theory]
    [InlineData("of no use", "-nan at /work/x.py")]
    [InlineData("of no use", "started as /work/sum.py")]
    [InlineData("something 9", "something 9")]
    [InlineData("of no use", "something 9")]
    public async Task An_output_of_the_surroundings_or_of_the_source_is_not_asked_for(string spelled, string output)
    {
        var input = new ExecutionCase { Name = "a", Arguments = ["12", "7"] };
        var rows = await RowsOf(output + "\n", $"print(work('{spelled}'))\n", "call 1 <module>@1\nline 1 1\nret 1 1\n", input, "predict-output", "predict-input");

        string[] asked = spelled != output && output == "something 9" ? ["predict-output", "predict-input"] : [];
        Assert.Equal(asked, rows.Select(r => r.Task));
    }

    [Theory]
    [InlineData("enum verdict { GOOD, BAD };\nstruct result { enum verdict verdict; int column; };", true)]
    [InlineData("typedef enum { GOOD, BAD } Verdict;\nstruct result { Verdict verdict; int column; };", true)]
    [InlineData("struct result { int verdict; int column; };", false)]
    public void Numbers_that_stand_for_members_of_an_enumeration_are_known(string text, bool known)
    {
        var source = Programs.Source(text, "a.c") with { Language = "c" };

        Assert.Equal(known, new EnumFields(source).In("{.verdict = 1, .column = 4}"));
    }

    [Theory]
    [InlineData("line 1 2\nraise 1 2 ValueError bad", true)]
    [InlineData("line 1 3\nraise 1 3 ValueError bad", false)]
    [InlineData("line 1 2\nraise 1 2 SystemExit 2", false)]
    [InlineData("line 1 1\nraise 1 1 StopIteration\ncatch 1 1 StopIteration\nline 1 2\nraise 1 2 ValueError bad", false)]
    [InlineData("line 1 2\nraise 1 2 NullPointerException \"<local4>\" is null", false)]
    public async Task An_exception_is_asked_for_where_its_line_and_its_message_are_plain(string raise, bool asked)
    {
        var rows = await Rows("first = load()\nlast = work(\n    first)\n", $"call 1 <module>@1\nline 1 1\n{raise}\nunw 1 2\n", "predict-exception");

        Assert.Equal(asked, rows.Count == 1);
    }

    [Theory]
    [InlineData("scanf(\"%d %d\", &a, &b);", "4 5\n", true)]
    [InlineData("scanf(\"%d %d\", &a, &b);", "4\n", false)]
    [InlineData("if (scanf(\"%d %d\", &a, &b) < 2) return 1;", "4\n", true)]
    [InlineData("std::cin >> a >> b;", "4\n", false)]
    public void A_run_that_reads_past_its_input_unawares_is_not_asked_about(string read, string input, bool asked)
    {
        var source = Programs.Source($"int main()\n{{\n    int a = 0, b;\n    {read}\n    return b;\n}}\n", "a.cpp") with { Language = "cpp" };
        var @case = new ExecutionCase { Name = "a", Stdin = [.. Encoding.UTF8.GetBytes(input)] };
        var study = new Grounded.Studies.CaseStudy(source, @case, Programs.Evidence("call 1 main@1\nline 1 3\nline 1 4 a=0\nline 1 5\nret 1 5\n", "x\n", @case));

        Assert.Equal(asked, !Lines.UnreadInput.MayBeUsed(study));
    }

    [Fact]
    public async Task An_input_without_a_line_end_is_told_from_one_that_has_it()
    {
        foreach (var (input, told) in new[] { ("4 5\n6", true), ("4 5\n6\n", false) })
        {
            var @case = new ExecutionCase { Name = "a", Stdin = [.. Encoding.UTF8.GetBytes(input)] };
            var row = Assert.Single(await Rows("print(work())\n", "call 1 <module>@1\nline 1 1\nret 1 1\n", @case, "predict-output"));

            string[] sayings = ["no line end", "without a line end"];
            Assert.Equal(told, sayings.Any(saying => row.Messages[0].Content.Contains(saying, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static Task<List<Sample>> Rows(string text, string script, params string[] tasks) => Rows(text, script, ExecutionCase.Default, tasks);

    private static Task<List<Sample>> Rows(string text, string script, ExecutionCase @case, params string[] tasks) => RowsOf("something 9\n", text, script, @case, tasks);

    private static async Task<List<Sample>> RowsOf(string output, string text, string script, ExecutionCase @case, params string[] tasks)
    {
        var source = Programs.Source(text);
        var bench = Benches.Of(source, c => Programs.Evidence(script, output, c))
            .WithSyntax(RealGrammars.Parse)
            .WithCases([@case])
            .WithOptions($$"""{"mutations": 0, "questionsPerCase": 16, "tasks": [{{string.Join(", ", tasks.Select(t => $"\"{t}\""))}}]}""");
        return await new CodeTraceStrategy().Transform(source, bench, TestContext.Current.CancellationToken).OfType<Sample>().ToListAsync();
    }
}
