using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Development;
using CodeAlchemy.Grounded.Studies;
using CodeAlchemy.Grounded.Tests.Questions;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class CallSitesTests
{
    private const string Text = "print(sorted(xs, key=by))\nadd(strip(a), strip(b))\nouter(inner(a))\nqsort(xs, 3, 4, order)\nxs.sort((a, b) => a - b)\nxs.reduce((a, b) => a + b)\n";

    [Fact]
    public void A_call_is_direct_where_the_line_calls_it_by_name()
    {
        Assert.True(Of("call 1 main\nline 1 2\ncall 2 strip s=1\n", "c", out var called).IsDirect(called[1]));
        Assert.False(Of("call 1 main\nline 1 4\ncall 2 order a=1 b=2\n", "c", out var handed).IsDirect(handed[1]));
    }

    [Theory]
    [InlineData("line 1 4\ncall 2 order a=1 b=2\n", true)]
    [InlineData("line 1 5\ncall 2 anonymous a=1 b=2\n", true)]
    [InlineData("line 1 4\ncall 2 compareTo other=1\n", true)]
    [InlineData("line 1 6\ncall 2 anonymous a=1 b=2\n", false)]
    [InlineData("line 1 1\ncall 2 by x=1\n", false)]
    [InlineData("line 1 2\ncall 2 add a=1 b=2\n", false)]
    [InlineData("line 1 2\ncall 2 __init__ self=1 b=2\n", false)]
    public void A_comparison_is_one_that_a_library_calls_with_two_values(string calls, bool isOne) =>
        Assert.Equal(isOne, Of($"call 1 main\n{calls}", "c", out _).IsInComparison(2));

    [Fact]
    public void Operands_have_no_order_in_C_unless_one_is_inside_another_or_they_are_alike()
    {
        const string Operands = "call 1 main\nline 1 2\ncall 2 strip s=1\nret 2 2\ncall 3 strip s=2\nret 3 2\ncall 4 add a=1 b=2\nret 4 2\n";
        const string Inner = "call 1 main\nline 1 3\ncall 2 inner s=1\nret 2 3\ncall 3 outer s=2\nret 3 3\n";
        const string Alike = "call 1 main\nline 1 2\ncall 2 strip s=1\nret 2 2\ncall 3 strip s=2\nret 3 2\n";

        Assert.False(Of(Operands, "c", out var operands).IsOrderFixed(operands, alike: true));
        Assert.True(Of(Operands, "python", out operands).IsOrderFixed(operands, alike: true));
        Assert.True(Of(Inner, "c", out var inner).IsOrderFixed(inner, alike: true));
        Assert.True(Of(Alike, "c", out var alike).IsOrderFixed(alike, alike: true));
        Assert.False(Of(Alike, "c", out alike).IsOrderFixed(alike, alike: false));
        Assert.True(Of("call 1 main\nline 1 2\ncall 2 strip s=1\nret 2 2\nline 1 2\ncall 3 strip s=2\n", "c", out var apart).IsOrderFixed(apart, alike: false));
    }

    [Fact]
    public void Values_that_were_cut_are_not_known_to_be_the_same()
    {
        const string Known = "call 1 main\nline 1 1 a=1\nline 1 2 a=2\n";
        const string Cut = "call 1 main\nline 1 1 a=1\nline 1 2 a=[1,…]\n";

        Assert.True(SeesAll(Known, Known));
        Assert.False(SeesAll(Cut, Cut));
        Assert.True(StateDivergence.SeesAll(Replay(Cut), Replay(Known), new StateDivergence(1, null, null, [])));

        static bool SeesAll(string one, string other) => StateDivergence.SeesAll(Replay(one), Replay(other), null);
        static Grounded.Questions.TraceReplay Replay(string script) => Grounded.Questions.TraceReplay.Of(TraceBuilder.Of(script));
    }

    // A frame of the second call on one level is written as one below the first; only its caller matters here.
    private static CallSites Of(string script, string language, out CallRecord[] calls)
    {
        var made = QuestionPrograms.Study(Text, script, "");
        var study = new CaseStudy(made.Source with { Language = language }, made.Case, new TraceEvidence { Untraced = made.Run, Traced = [], Agreed = Flat(made.Trace) });
        var graph = CallGraph.Of(study.Trace);
        calls = [.. graph.Calls];
        return new CallSites(study, graph);
    }

    private static Trace Flat(Trace trace) =>
        trace with { Events = [.. trace.Events.Select(e => e.Frame > 1 ? e with { Depth = 1 } : e)] };
}
