using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class PromptTemplateTests
{
    [Fact]
    public void Every_refused_construct_of_a_template_is_reported_with_a_remedy()
    {
        var parsed = PromptTemplate.Parse("{{ tablerow a in b }}\n{{ include a }}\n{{ 1 + }}", "t");

        Assert.Equal([1, 2, 3], parsed.Diagnostics.Select(d => d.Location!.Line));
        Assert.All(parsed.Diagnostics, d => Assert.False(string.IsNullOrEmpty(d.Remedy)));
    }

    [Theory]
    [InlineData("{{ func f(x); ret x; end; ([1, 2] | array.each @f) * 2 }}")]
    [InlineData("{{ func f(x); ret x > 1; end; ([1, 2] | array.filter @f | array.limit 1) << 2 }}")]
    [InlineData("{{ func f(x); ret x; end; (([1] | array.each @f) + [2]) % 2 }}")]
    public void Computing_with_a_sequence_that_calls_functions_is_refused_because_it_matters_when_they_run(string text)
    {
        var template = PromptTemplate.Parse(text, "t").Value!;

        Assert.Equal("template-unsupported", Assert.Throws<ProblemException>(() => template.Render(new Dictionary<string, object?>())).Problem.Code);
    }

    [Fact]
    public void The_variables_of_a_template_are_told()
    {
        var template = PromptTemplate.Parse("{{ b }}{{ a.c }}{{ b }}", "t").Value!;

        Assert.Equal(["a.c", "b"], template.Variables);
    }

    [Fact]
    public void A_rendering_longer_than_its_limit_is_refused()
    {
        var template = PromptTemplate.Parse("{{ a }}{{ a }}", "t").Value!;
        var values = new Dictionary<string, object?> { ["a"] = "12345" };

        Assert.Equal("1234512345", template.Render(values, 10));
        Assert.Equal("template-output", Assert.Throws<ProblemException>(() => template.Render(values, 9)).Problem.Code);
    }

    [Fact]
    public void One_template_renders_from_many_threads_at_once()
    {
        var template = PromptTemplate.Parse("<{{ a.b }}-{{ n }}>", "t").Value!;
        var texts = new string[2000];

        Parallel.For(0, texts.Length, i => texts[i] = template.Render(new Dictionary<string, object?>
        {
            ["a"] = new Dictionary<string, object?> { ["b"] = $"v{i}" },
            ["n"] = i,
        }));

        Assert.All(texts.Select((text, i) => (text, i)), x => Assert.Equal($"<v{x.i}-{x.i}>", x.text));
    }

    [Fact]
    public void Random_mixtures_of_markup_never_throw()
    {
        string[] pieces = ["{{", "}}", "{%{", "}%}", "{{-", "~}}", "#", "##", "a", ".", " ", "\n", "\"", "'", "|", "for ", "1", "$", "\ud83d\ude00", "\\"];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var parsed = PromptTemplate.Parse(text, "t");
            Assert.Equal(parsed.Value is null, parsed.HasErrors);
        }
    }
}
