using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Execution.Tests.Tracing;

namespace CodeAlchemy.Execution.Tests.Renderings;

public sealed class PublishedRenderingTests
{
    [Fact]
    public void A_loop_with_a_choice_shows_branches_and_passes()
    {
        var lines = Lines(
            "c|1|0|1|f|=n|int|2",
            "l|1|2|=i|int|0", "l|1|3", "l|1|4", "l|1|2|=i|int|1", "l|1|3", "l|1|6", "l|1|2|=i|int|2", "l|1|8",
            "r|1|8|>|int|5");

        Assert.Equal(
            [
                "TRACE:IN:f@1:n=2",
                "TRACE:VAR:f@2:i=0",
                "TRACE:BRANCH:f@2:to line 3",
                "TRACE:BRANCH:f@3:to line 4",
                "TRACE:VAR:f@4:i=1",
                "TRACE:LOOP:f@2:back from line 4",
                "TRACE:BRANCH:f@2:to line 3",
                "TRACE:BRANCH:f@3:to line 6",
                "TRACE:VAR:f@6:i=2",
                "TRACE:LOOP:f@2:back from line 6",
                "TRACE:BRANCH:f@2:to line 8",
                "TRACE:OUT:f@8:5",
            ],
            lines);
    }

    [Fact]
    public void Exceptions_are_errors_and_an_unwound_frame_says_so()
    {
        var lines = Lines("c|1|0|1|main", "l|1|2", "c|2|1|5|f", "l|2|6", "x|2|6|Bad|a: b", "r|2|6|u", "k|1|3|Bad|", "l|1|4", "r|1|4");

        Assert.Equal(["TRACE:IN:main@1:-", "TRACE:IN:f@5:-", "TRACE:ERR:f@6:Bad: a: b", "TRACE:OUT:f@6:left by the exception", "TRACE:ERR:main@3:caught Bad", "TRACE:OUT:main@4:-"], lines);
    }

    [Fact]
    public void Names_of_functions_and_values_can_not_break_a_record()
    {
        var lines = Lines("c|1|0|1|ns::g <a b>|=x|str|one\ntwo", "r|1|2");

        Assert.Equal(["TRACE:IN:ns.g_<a_b>@1:x=one\\ntwo", "TRACE:OUT:ns.g_<a_b>@2:-"], lines);
    }

    private static string[] Lines(params string[] records) =>
        TraceRenderings.Render(TraceJsonTests.Make(records), "x", "published").TrimEnd('\n').Split('\n');
}
