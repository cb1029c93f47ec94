using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Prompts.Tests;

public sealed class SeedTests
{
    private static readonly Dictionary<string, object?> None = [];

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_others()
    {
        var template = PromptTemplate.Parse("{{ for i in 1..5; math.random 0 1000000; ' '; end }}{{ math.uuid }}", "t").Value!;

        Assert.Equal(template.Render(None, Seeded(1)), template.Render(None, Seeded(1)));
        Assert.NotEqual(template.Render(None, Seeded(1)), template.Render(None, Seeded(2)));
    }

    [Fact]
    public void A_random_number_lies_between_its_bounds()
    {
        var template = PromptTemplate.Parse("{{ for i in 1..2000; math.random (-2) 3; ','; end }}", "t").Value!;
        var numbers = template.Render(None, Seeded(7)).TrimEnd(',').Split(',').Select(int.Parse).ToHashSet();

        Assert.Equal([-2, -1, 0, 1, 2], numbers.Order());
    }

    [Fact]
    public void The_time_is_the_one_that_was_given()
    {
        var template = PromptTemplate.Parse("{{ date.now | date.to_string '%F %T' }}", "t").Value!;
        var options = RenderOptions.Default with { Now = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)) };

        Assert.Equal("2026-01-02 01:04:05", template.Render(None, options));
    }

    [Theory]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ math.uuid }}")]
    [InlineData("{{ math.random 1 2 }}")]
    public void Without_a_time_or_a_seed_nothing_is_made_up(string text)
    {
        var template = PromptTemplate.Parse(text, "t").Value!;

        Assert.Equal("template-unsupported", Assert.Throws<ProblemException>(() => template.Render(None)).Problem.Code);
    }

    private static RenderOptions Seeded(int seed) => RenderOptions.Default with { Random = () => new Numbers(seed) };

    private sealed class Numbers(int seed) : IRandom
    {
        private readonly Random _random = new(seed);

        public int Next(int exclusiveMaximum) => _random.Next(exclusiveMaximum);

        public double NextDouble() => _random.NextDouble();

        public ulong NextBits() => (ulong)_random.NextInt64();
    }
}
