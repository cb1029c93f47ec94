using System.Text.RegularExpressions;
using CodeAlchemy.Grounded.Damage;
using CodeAlchemy.Grounded.Tests;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

/// <summary>Holds the examples of the strategy's page.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "code-enhance.md"));

    [Fact]
    public void Every_damage_has_an_example() =>
        Assert.Equal(Damages.All.Select(d => d.Id).Order(StringComparer.Ordinal), Examples().Select(e => e.Damage).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_example_is_what_the_damage_makes_of_the_program_named_there() => Assert.All(Examples(), example =>
    {
        using var program = Languages.Parsed(Languages.Program(Languages.Programs.Select(p => p.Data).Single(p => Path.GetExtension(p) == $".{example.Extension}")));
        var damaged = Damages.Get(example.Damage).Apply(program, new SeededRandom("page"))!.Text;

        Assert.Contains(example.Worse, damaged, StringComparison.Ordinal);
        Assert.Contains(example.Better, program.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(example.Worse, program.Source.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_damage_and_task_stands_in_the_table() =>
        Assert.All(Improvements.All, i => Assert.Contains($"\n| {i.Task} | `{i.Damage}` |", Page, StringComparison.Ordinal));

    private static IEnumerable<(string Damage, string Extension, string Worse, string Better)> Examples() =>
        Example().Matches(Page).Select(m => (m.Groups["damage"].Value, m.Groups["extension"].Value, m.Groups["worse"].Value, m.Groups["better"].Value));

    [GeneratedRegex("`(?<damage>[a-z-]+)`, from `\\w+[.](?<extension>[a-z]+)`:\n\n```[a-z]+\n(?<worse>.*?)```\n\n```[a-z]+\n(?<better>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
