using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class StrictnessTests
{
    private static readonly Dictionary<string, object?> Values = new() { ["known"] = new Dictionary<string, object?> { ["a"] = 1 }, ["nothing"] = null };

    [Theory]
    [InlineData("{{ if unknwn }}x{{ end }}")]
    [InlineData("{{ knwn.a }}")]
    [InlineData("{{ known.b }}")]
    [InlineData("{{ known['b'] }}")]
    [InlineData("{{ for i in unknown }}{{ end }}")]
    [InlineData("{{ x = unknown + 1 }}")]
    public void A_variable_or_member_that_is_not_there_is_an_error(string text) =>
        Assert.Equal("template-variable", Assert.Throws<ProblemException>(() => Parse(text).Render(Values)).Problem.Code);

    [Theory]
    [InlineData("{{ unknown ?? 'd' }}", "d")]
    [InlineData("{{ known.b ?? 'd' }}", "d")]
    [InlineData("{{ unknown?.a }}", "")]
    [InlineData("{{ known.b?.c ?? 'd' }}", "d")]
    [InlineData("{{ unknown ?! 'd' }}", "")]
    [InlineData("{{ unknown | object.default 'd' }}", "d")]
    [InlineData("{{ object.default unknown 'd' }}", "d")]
    [InlineData("{{ if (unknown ?? null) }}x{{ else }}y{{ end }}", "y")]
    [InlineData("{{ nothing }}", "")]
    public void It_may_be_missing_where_the_template_says_what_then(string text, string expected) =>
        Assert.Equal(expected, Parse(text).Render(Values));

    [Fact]
    public void Without_strictness_it_is_null() =>
        Assert.Equal("[]", Parse("[{{ unknown }}{{ known.b }}]").Render(Values, RenderOptions.Default with { StrictVariables = false }));

    [Fact]
    public void What_a_template_sets_does_not_reach_the_values_of_the_caller()
    {
        var list = new List<object?> { 1 };
        var inner = new Dictionary<string, object?> { ["list"] = list };
        var values = new Dictionary<string, object?> { ["o"] = inner, ["same"] = inner };

        Assert.Equal("[1, 2]5", Parse("{{ o.list[1] = 2; o.x = 5; same.list; same.x }}").Render(values));
        Assert.Single(list);
        Assert.Single(inner);
    }

    [Fact]
    public void A_value_of_a_kind_that_templates_do_not_know_is_refused_by_name()
    {
        var problem = Assert.Throws<ProblemException>(() => Parse("{{ o }}").Render(new Dictionary<string, object?> { ["o"] = new Version(1, 2) })).Problem;

        Assert.Contains("`o` is a Version", problem.Message, StringComparison.Ordinal);
    }

    private static PromptTemplate Parse(string text) => PromptTemplate.Parse(text, "t").Value!;
}
