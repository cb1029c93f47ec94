using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Questions.Kinds;
using Xunit;

namespace CodeAlchemy.Grounded.Tests.Questions;

public sealed class SourceLinesTests
{
    [Theory]
    [InlineData("x = f(1)", true)]
    [InlineData("    total += price * 2;", true)]
    [InlineData("for x in items:", false)]
    [InlineData("x = 1; y = 2", false)]
    [InlineData("y = [f(i) for i in items]", false)]
    [InlineData("call(", false)]
    [InlineData("items.forEach((x) => total += x);", false)]
    [InlineData("# x = 1", false)]
    [InlineData("}", false)]
    [InlineData("print(\"for ; in\")", true)]
    public void A_simple_line_holds_one_statement_that_runs_as_a_whole(string line, bool simple) =>
        Assert.Equal(simple, new SourceLines(line).IsSimple(1));

    [Fact]
    public void A_statement_over_two_lines_is_whole_on_neither()
    {
        var lines = new SourceLines("total = (a +\n         b)\nx = queue\n    .first()\n");

        Assert.DoesNotContain(Enumerable.Range(1, 4), lines.IsSimple);
    }

    [Fact]
    public void What_stands_in_a_documentation_string_is_no_statement()
    {
        var lines = new SourceLines("def f():\n    \"\"\"Says\n    return 3\n    \"\"\"\n    return 4\n");

        Assert.Equal([5], Enumerable.Range(1, 5).Where(lines.IsCertain));
    }

    [Fact]
    public void The_body_of_a_head_ends_where_the_indentation_does()
    {
        var lines = new SourceLines("if (a) {\n\n    b();\n    c();\n} else {\n    d();\n}\n");

        Assert.Equal(3, lines.BodyOf(1));
        Assert.Equal([3, 4], Enumerable.Range(1, 7).Where(l => lines.IsInBody(1, l)));
    }

    [Theory]
    [InlineData("if a < b:", true)]
    [InlineData("if __name__ == '__main__':", false)]
    [InlineData("elif a < b:", false)]
    public void Only_a_plain_condition_is_a_branch(string head, bool branch) =>
        Assert.Equal(branch, new SourceLines($"{head}\n    go()\n").IsBranch(1));

    [Fact]
    public void A_counting_loop_steps_the_variable_of_its_last_part_only()
    {
        var lines = new SourceLines("for (int i = 0, n = size; i < n; i += 2) {\n    use(i);\n}\n");

        Assert.True(lines.StepsIn(1, "i"));
        Assert.False(lines.StepsIn(1, "n"));
        Assert.False(lines.StepsIn(2, "i"));
    }

    [Theory]
    [InlineData("for (const std::string &word : words)", "word", true)]
    [InlineData("for (int key : keys) {", "key", true)]
    [InlineData("for (int key : keys) {", "keys", false)]
    [InlineData("for (std::size_t i = 0; i < n; i++) {", "i", false)]
    [InlineData("for (const key of keys) {", "key", false)]
    [InlineData("for key in keys:", "key", false)]
    public void A_loop_over_a_range_gives_its_variable_the_values(string head, string name, bool ranges) =>
        Assert.Equal(ranges, new SourceLines($"{head}\n    use();\n").RangesOver(1, name));

    [Theory]
    [InlineData("sum += 1;", true)]
    [InlineData("sum = 1;", true)]
    [InlineData("++sum;", true)]
    [InlineData("sum--;", true)]
    [InlineData("if (sum == 1)", false)]
    [InlineData("box.sum = 1;", false)]
    [InlineData("use(sum);", false)]
    public void A_line_that_sets_a_variable_is_told_from_one_that_reads_it(string line, bool assigns) =>
        Assert.Equal(assigns, new SourceLines(line).Assigns(1, "sum"));

    [Theory]
    [InlineData("    int places[16];", true)]
    [InlineData("    struct part places[N][2 * N];", true)]
    [InlineData("    int places[] = {1, 2};", false)]
    [InlineData("    places[1] = 2;", false)]
    [InlineData("    use(places[1]);", false)]
    [InlineData("    return places[1];", false)]
    public void An_array_declared_without_a_value_is_left_open(string line, bool open) =>
        Assert.Equal(open, new SourceLines(line).LeavesOpen("places"));

    [Theory]
    [InlineData("[1, 'a,b', [2, 3]]", "1|'a,b'|[2, 3]")]
    [InlineData("(7,)", "7")]
    [InlineData("[]", "")]
    [InlineData("{'k': [1, 2], 'l': {}}", "'k': [1, 2]|'l': {}")]
    public void A_collection_is_taken_apart_at_its_own_commas(string text, string items) =>
        Assert.Equal(items, string.Join('|', ValueItems.Of(new TraceValue("any", text))));

    [Fact]
    public void A_collection_that_was_cut_has_no_known_items() =>
        Assert.True(ValueItems.Of(new TraceValue("any", "[1, 2, …]")).IsDefault);
}
