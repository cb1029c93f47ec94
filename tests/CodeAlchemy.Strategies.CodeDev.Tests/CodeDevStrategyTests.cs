using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Strategies.CodeTrace.Tests;
using Xunit;
using CodeAlchemy.Testing;
using CodeAlchemy.Tests.Shared;

namespace CodeAlchemy.Strategies.CodeDev.Tests;

public sealed class CodeDevStrategyTests
{
    private const string Text = "def twice(n):\n    \"\"\"Doubles a number, whatever it is.\"\"\"\n    m = n * 2\n    return m\n\n\ndef spare(n):\n    return n\n\n\n"
        + "def total(k):\n    s = 0\n    s += twice(k)\n    return s\n\n\ndef run():\n    print(total(3), total(5), total(8))\n\n\nrun()\n";

    private const string Script = "call 1 <module>\nline 1 1\nline 1 21\ncall 2 run\nline 2 18\n"
        + "call 3 total k=3\nline 3 12\nline 3 13 s=0\ncall 4 twice n=3\nline 4 3\nline 4 4 m=6\nret 4 4 =6\nline 3 14 s=6\nret 3 14 =6\n"
        + "call 3 total k=5\nret 3 14 =10\nout 6\\n\nret 2 18\nret 1 21\n";

    private static readonly SourceFile Source = Programs.Source(Text, "tools/twice.py");

    [Fact]
    public async Task A_functions_body_is_asked_for_and_stands_in_the_answer_only()
    {
        var rows = (await Rows("complete-body")).ToList();

        var row = Assert.Single(rows, r => r.Extra!["function"]!.GetValue<string>() == "twice");
        Assert.Equal("```python\n    m = n * 2\n    return m\n```", Answer(row));
        Assert.DoesNotContain("m = n * 2", Question(row), StringComparison.Ordinal);
        Assert.Contains("    # TODO: write the body of twice\n\n\ndef spare", Question(row), StringComparison.Ordinal);
        Assert.DoesNotContain(rows, r => r.Extra!["function"]!.GetValue<string>() == "spare");
    }

    [Fact]
    public async Task No_body_is_asked_for_that_holds_a_statement_which_the_run_never_reaches() =>
        Assert.DoesNotContain(await Rows("complete-body", Script.Replace("line 4 3\nline 4 4 m=6\n", "line 4 4\n", StringComparison.Ordinal)), r => r.Extra!["function"]!.GetValue<string>() == "twice");

    [Fact]
    public async Task A_function_that_no_run_enters_is_dead()
    {
        Assert.Equal("`spare` (line 7)", Answer(Assert.Single(await Rows("dead-code"))));
    }

    [Fact]
    public async Task A_change_reaches_callers_near_and_far()
    {
        Assert.Equal("`total`: calls it\n`run`: reaches it through other functions", Answer(Assert.Single(await Rows("impact"))));
    }

    [Fact]
    public async Task Calls_make_a_tree()
    {
        const string Calls = "call 1 <module>\nline 1 21\ncall 2 run\ncall 3 total k=3\ncall 4 twice n=3\nret 4 4 =6\nret 3 14 =6\ncall 5 total k=3\nret 5 14 =6\nret 2 18\nret 1 21\n";
        // The hand-written depth of frame 5 follows frame 4, so it is nested there.
        Assert.Equal("```\nrun\n  total\n    twice\n      total\n```", Answer(Assert.Single(await Rows("call-tree", Calls))));
    }

    [Fact]
    public async Task Documentation_is_asked_for_only_where_the_program_runs_the_same_without_it_and_is_marked_as_not_checked()
    {
        var row = Assert.Single(await Rows("write-docs", runs: (_, _) => Result("6\n")));

        Assert.Contains("Doubles a number", Answer(row), StringComparison.Ordinal);
        Assert.DoesNotContain("Doubles a number", Question(row), StringComparison.Ordinal);
        Assert.Contains(row.Verification, v => v is { Method: "documentation", Status: VerificationStatus.Unverified });
        Assert.Empty(await Rows("write-docs", runs: (_, _) => Result("7\n")));
    }

    [Fact]
    public async Task A_line_is_left_out_only_when_the_program_needs_it()
    {
        var row = Assert.Single(await Rows("complete-line", runs: (file, _) => Result(file.Text == Text ? "6\n" : "0\n")));

        Assert.DoesNotContain(Answer(row).Split('\n')[1].Trim(), Question(row), StringComparison.Ordinal);
        Assert.Empty(await Rows("complete-line", runs: (_, _) => Result("6\n")));
    }

    [Fact]
    public async Task A_failure_is_told_with_the_values_its_line_uses_and_the_calls_that_led_to_it()
    {
        const string Fails = "call 1 <module>\nline 1 21 other=1\ncall 2 total k=3\nline 2 12\nline 2 13 s=0 m=9\nraise 2 13 ValueError too small\n";
        var row = Assert.Single(await Rows("explain-failure", Fails, status: 1));

        Assert.Equal(
            "The exception `ValueError: too small` is raised on line 13 in `total` and not caught, so the run ends with exit status 1. The line is:\n\n"
            + "```python\ns += twice(k)\n```\n\nAt that moment `k` is `3` and `s` is `0`.\n\nThe calls that led there, the outermost first:\n\n"
            + "1. the main program, line 21: `run()`\n2. `total`, line 13: `s += twice(k)`",
            Answer(row));
        Assert.DoesNotContain("too small", Question(row), StringComparison.Ordinal);
        Assert.Empty(await Rows("explain-failure", Fails + "catch 1 21 ValueError\nline 1 21\n", status: 1));
    }

    [Fact]
    public async Task A_run_that_no_exception_ends_is_not_called_a_failure_and_is_asked_for_its_last_lines()
    {
        const string Ends = "call 1 <module>\nline 1 21\ncall 2 total k=3\nline 2 12\nline 2 13 s=0\nline 2 14 s=6\n";
        var row = Assert.Single(await Rows("explain-failure", Ends, status: 2));

        Assert.DoesNotContain("fail", Question(row), StringComparison.Ordinal);
        Assert.StartsWith(
            "The last line that the run reaches is line 14 in `total`; the run then ends with exit status 2. The line is:\n\n```python\nreturn s\n```\n\nAt that moment `s` is `6`.\n\n"
            + "The lines before it, in the order in which they ran:\n\n- line 21: `run()`\n- line 12 in `total`: `s = 0`\n- line 13 in `total`: `s += twice(k)`",
            Answer(row), StringComparison.Ordinal);
        Assert.Contains("three", Question(row), StringComparison.Ordinal);
        Assert.Empty(await Rows("explain-failure", "call 1 <module>\nline 1 21\n", status: 2));
    }

    [Fact]
    public async Task The_values_of_a_failing_line_are_asked_for_only_when_all_of_them_are_told()
    {
        Assert.Contains("local variables", Question(Assert.Single(await Rows("explain-failure", Fails("s=0"), status: 1))), StringComparison.Ordinal);
        Assert.DoesNotContain("local variables", Question(Assert.Single(await Rows("explain-failure", Fails("s=Thing(…)"), status: 1))), StringComparison.Ordinal);

        static string Fails(string value) => $"call 1 <module>\nline 1 21\ncall 2 total k=3\nline 2 12\nline 2 13 {value}\nraise 2 13 ValueError bad\n";
    }

    [Fact]
    public async Task Calls_that_a_library_orders_are_no_first_calls_and_no_tree()
    {
        const string Calls = "call 1 <module>\nline 1 21\ncall 2 twice n=1\nret 2 4 =2\ncall 3 twice n=2\nret 3 4 =4\ncall 4 twice n=5\nret 4 4 =10\n";

        Assert.Single(await Rows("write-tests", Calls));
        Assert.Empty(await Rows("write-tests", Calls.Replace("call 3 twice n=2", "call 3 twice n=2\ncall 9 compare a=1 b=2\nline 9 4\ncall 10 twice n=7\nret 10 4 =14", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_library_calls_has_no_callers()
    {
        const string Handed = "call 1 <module>\nline 1 21\ncall 2 run\nline 2 18\ncall 3 total k=3\nline 3 12\ncall 4 twice n=3\nret 4 4 =6\nret 3 14 =6\nret 2 18\n";

        Assert.Single(await Rows("impact", Handed.Replace("line 3 12", "line 3 13", StringComparison.Ordinal)));
        Assert.Empty(await Rows("impact", Handed));
    }

    [Fact]
    public async Task Calls_with_plain_values_are_tests_and_a_result_that_varies_is_none()
    {
        const string Calls = "call 1 <module>\ncall 2 twice n=1\nret 2 4 =2\ncall 3 twice n=2\nret 3 4 =4\ncall 4 twice n=1\nret 4 4 =2\ncall 5 twice n=5\nret 5 4 =10\n";

        Assert.Equal("```\ntwice(n=1) -> 2\ntwice(n=2) -> 4\ntwice(n=5) -> 10\n```", Answer(Assert.Single(await Rows("write-tests", Calls))));
        Assert.Empty(await Rows("write-tests", Calls + "call 6 twice n=5\nret 6 4 =11\n"));

        // What a closure has captured is no parameter.
        Assert.Empty(await Rows("write-tests", Calls.Replace("n=5", "n=5 m=1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_call_that_is_too_long_ends_the_first_calls_so_that_none_is_left_out_among_them()
    {
        string[] arguments = ["1", "2", "3", "4"];
        var large = new string('7', 300);

        Assert.EndsWith("twice(n=4) -> 4\n```", Answer(Assert.Single(await Rows("write-tests", Script([.. arguments, large, "9"])))), StringComparison.Ordinal);
        Assert.Empty(await Rows("write-tests", Script([large, .. arguments, "9"])));

        static string Script(string[] given) => "call 1 <module>\n" + string.Concat(given.Select((n, i) => $"call {i + 2} twice n={n}\nret {i + 2} 4 ={n[0]}\n"));
    }

    [Fact]
    public async Task A_file_with_a_called_function_that_its_outline_does_not_hold_has_no_call_counts()
    {
        const string Calls = "call 1 <module>\ncall 2 run\ncall 3 total k=3\nline 3 13\ncall 4 twice n=3\nret 4 4 =6\nret 3 14 =6\nret 2 18\n";

        Assert.Single(await Rows("impact", Calls));
        Assert.Empty(await Rows("impact", Calls.Replace("call 4", "call 5 arrow n=3\nret 5 4 =1\ncall 4", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_gives_no_work_is_a_reject()
    {
        var bench = Bench("profile", Script, null);
        var outcomes = await new CodeDevStrategy().Transform(Source, bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(RejectReasons.NothingToAsk, Assert.IsType<Reject>(Assert.Single(outcomes)).Reason);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_rows()
    {
        var first = (await Rows("complete-body")).Select(r => Question(r) + Answer(r)).ToList();

        Assert.Equal(first, (await Rows("complete-body")).Select(r => Question(r) + Answer(r)));
    }

    private static string Question(Sample row) => row.Messages[0].Content;

    private static string Answer(Sample row) => row.Messages[1].Content;

    private static RunResult Result(string output) => new() { Status = ExecutionStatus.Ok, ExitCode = 0, Stdout = [.. Encoding.UTF8.GetBytes(output)] };

    private static async Task<ImmutableArray<Sample>> Rows(string task, string script = Script, Func<SourceFile, ExecutionCase, RunResult>? runs = null, int status = 0)
    {
        var bench = Bench(task, script, runs, status);
        var outcomes = await new CodeDevStrategy().Transform(Source, bench, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return [.. outcomes.OfType<Sample>()];
    }

    private static TestWorkbench Bench(string task, string script, Func<SourceFile, ExecutionCase, RunResult>? runs, int status = 0) =>
        Benches.Of(Source, c => Ended(WithHeads(Programs.Evidence(script, "6\n", c)), status)).WithOptions($$"""{"tasks": ["{{task}}"]}""").WithOutline(Outline()).WithRuns((file, @case) => runs?.Invoke(file, @case));

    // Traces written by hand name no line in their calls; a tracer gives that of the function's head.
    private static TraceEvidence WithHeads(TraceEvidence evidence)
    {
        var heads = Outline().Functions.ToDictionary(f => f.Name, f => f.Span.StartLine);
        var events = evidence.Agreed!.Events.Select(e => e.Function is { } name && heads.TryGetValue(name, out var line) ? e with { Line = line } : e);
        return evidence with { Agreed = evidence.Agreed with { Events = [.. events] } };
    }

    private static TraceEvidence Ended(TraceEvidence evidence, int status) => evidence with
    {
        Agreed = evidence.Agreed! with { End = evidence.Agreed.End with { ExitCode = status, Status = status == 0 ? ExecutionStatus.Ok : ExecutionStatus.Error } },
    };

    private static SourceOutline Outline() => new()
    {
        Functions =
        [
            Function("twice", "\"\"\"Doubles a number, whatever it is.\"\"\"\n    m = n * 2\n    return m", "\"\"\"Doubles a number, whatever it is.\"\"\""),
            Function("spare", "return n", null),
            Function("total", "s = 0\n    s += twice(k)\n    return s", null),
            Function("run", "print(total(3), total(5), total(8))", null),
        ],
    };

    private static OutlineFunction Function(string name, string body, string? documentation)
    {
        var (head, inside) = (Span($"def {name}"), Span(body));
        return new OutlineFunction(name, new SourceSpan(head.Start, inside.End, head.StartLine, inside.EndLine), Span(Text[head.End..(Text.IndexOf(')', head.End) + 1)]), inside, documentation is null ? null : Span(documentation));
    }

    private static SourceSpan Span(string part)
    {
        // "return n" is the whole line, not the beginning of another.
        var at = Text.IndexOf(part + "\n", StringComparison.Ordinal) is >= 0 and var whole ? whole : Text.IndexOf(part, StringComparison.Ordinal);
        int Line(int characters) => Text.AsSpan(0, characters).Count('\n') + 1;
        return new SourceSpan(at, at + part.Length, Line(at), Line(at + part.Length));
    }
}
