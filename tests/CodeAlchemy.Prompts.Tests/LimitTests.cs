using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class LimitTests
{
    [Theory]
    [InlineData("{{ while true; end }}", "template-limit", 1, 4)]
    [InlineData("a\n{{ for i in 1..200; for j in 1..200; end; end }}", "template-limit", 2, 21)]
    [InlineData("{{ 1..1000000 | array.size }}", "template-limit", 1, 4)]
    [InlineData("{{ func f; f; end; f }}", "template-limit", 1, 12)]
    [InlineData("{{ x = 'ab' * 100000000 }}", "template-output", 1, 8)]
    [InlineData("{{ x = 'abcdefghij'; for i in 1..40; x = x + x; end }}", "template-output", 1, 42)]
    [InlineData("{{ x = 3; for i in 1..60; x = x * x; end }}", "template-limit", 1, 31)]
    [InlineData("{{ a = []; a[0] = a; a }}", "template-error", 1, 22)]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '(a+)+$' }}", "template-limit", 1, 47)]
    public void What_would_not_end_is_stopped_where_it_stands(string template, string code, int line, int column)
    {
        var options = RenderOptions.Default with { LoopLimit = 20_000, StepLimit = 1_000_000 };
        var problem = Assert.Throws<ProblemException>(() => Parse(template).Render(new Dictionary<string, object?>(), options)).Problem;

        Assert.Equal((code, line, column), (problem.Code, problem.Location!.Line, problem.Location.Column));
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void Steps_are_limited_without_loops_too()
    {
        var template = Parse(string.Concat(Enumerable.Repeat("{{ 1 }}", 100)));

        Assert.Equal(100, template.Render(new Dictionary<string, object?>(), RenderOptions.Default with { StepLimit = 100 }).Length);
        Assert.Throws<ProblemException>(() => template.Render(new Dictionary<string, object?>(), RenderOptions.Default with { StepLimit = 99 }));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("!", "")]
    [InlineData("{a: ", "}")]
    public void Expressions_that_are_nested_too_deep_are_refused(string open, string close)
    {
        var text = "{{ " + string.Concat(Enumerable.Repeat(open, 5000)) + "1" + string.Concat(Enumerable.Repeat(close, 5000)) + " }}";

        Assert.Contains(PromptTemplate.Parse(text, "t").Diagnostics, d => d.Code == "template-unsupported");
    }

    [Fact]
    public void Blocks_that_are_nested_too_deep_are_refused() =>
        Assert.Contains(
            PromptTemplate.Parse(string.Concat(Enumerable.Repeat("{{ if true }}", 5000)), "t").Diagnostics, d => d.Code == "template-unsupported");

    private static PromptTemplate Parse(string text) => PromptTemplate.Parse(text, "t").Value!;
}
