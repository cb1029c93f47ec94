using System.Text;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Grounded.Mutation;
using Xunit;

namespace CodeAlchemy.Grounded.Tests;

public sealed class MutationTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("-7")]
    [InlineData("0")]
    [InlineData("123456789012345678901234567890")]
    public void A_mutated_integer_is_another_integer(string token)
    {
        foreach (var mutant in Mutants(token))
        {
            Assert.NotEqual(token, mutant);
            Assert.Matches("^-?[0-9]+$", mutant);
        }
    }

    [Fact]
    public void An_integer_without_a_sign_stays_without_one()
    {
        Assert.All(Mutants("1").Concat(Mutants("0")), m => Assert.DoesNotContain('-', m));
    }

    [Fact]
    public void Options_and_signs_are_left_alone()
    {
        Assert.All(Mutants("--verbose").Concat(Mutants("+")).Concat(Mutants("a/b")), m => Assert.Contains(m, new[] { "--verbose", "+", "a/b" }));
    }

    [Theory]
    [InlineData("2 * (3 + 4)", "^[0-9]+ \\* \\([0-9]+ \\+ [0-9]+\\)$")]
    [InlineData("--limit=5", "^--limit=[0-9]+$")]
    [InlineData("meet at ten", "^[a-z]+ [a-z]+ [a-z]+$")]
    [InlineData("{\"a\":[1,2]}", "^\\{\"a\":\\[[0-9]+,[0-9]+\\]\\}$")]
    public void A_value_inside_a_longer_argument_is_changed_in_place(string token, string pattern)
    {
        Assert.All(Mutants(token), m => Assert.Matches(pattern, m));
        Assert.Contains(Mutants(token), m => m != token);
    }

    [Fact]
    public void A_list_stays_a_list_of_its_kind()
    {
        Assert.All(Mutants("1,2,3"), m => Assert.Matches("^[0-9]+(,[0-9]+)*$", m));
        Assert.Contains(Mutants("1,2,3"), m => m.Split(',').Length != 3);
    }

    [Fact]
    public void A_count_of_lines_is_kept_in_step()
    {
        for (var i = 0; i < 200; i++)
        {
            var lines = TextMutator.Mutate("3\nadd 5\nadd 7\nshow\n", new SeededRandom($"{i}")).TrimEnd('\n').Split('\n');
            Assert.Equal(lines.Length - 1, int.Parse(lines[0], null));
        }
    }

    [Fact]
    public void A_count_of_items_is_kept_in_step()
    {
        for (var i = 0; i < 200; i++)
        {
            var lines = TextMutator.Mutate("4\n10 20 30 40\n", new SeededRandom($"{i}")).Split('\n');
            Assert.Equal(lines[1].Split(' ').Length, int.Parse(lines[0], null));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(" ")]
    [InlineData("0\n")]
    [InlineData("1\n\n")]
    public void Any_text_can_be_mutated(string text)
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.NotNull(TextMutator.Mutate(text, new SeededRandom($"{i}")));
        }
    }

    [Fact]
    public void Mutated_cases_are_new_reproducible_and_named()
    {
        ExecutionCase[] cases =
        [
            new() { Name = "a", Arguments = ["3", "4"] },
            new() { Name = "b", Stdin = [.. Encoding.UTF8.GetBytes("2\n1 5\n")] },
        ];
        var first = CaseMutator.Mutate(cases, 6, new SeededRandom("x"));
        var second = CaseMutator.Mutate(cases, 6, new SeededRandom("x"));

        Assert.Equal(6, first.Length);
        Assert.Equal(first.Select(CaseKey.Of), second.Select(CaseKey.Of));
        Assert.Equal(8, first.Concat(cases).Select(CaseKey.Of).Distinct().Count());
        Assert.Equal(6, first.Select(c => c.Name).Distinct().Count());
        Assert.All(first, c => Assert.Equal("mutation", c.Origin));
    }

    [Fact]
    public void A_case_without_arguments_and_input_has_nothing_to_mutate()
    {
        Assert.Empty(CaseMutator.Mutate([ExecutionCase.Default], 5, new SeededRandom("x")));
        Assert.Empty(CaseMutator.Mutate([new() { Name = "raw", Stdin = [0xff, 0xfe] }], 5, new SeededRandom("x")));
    }

    private static IEnumerable<string> Mutants(string token) =>
        Enumerable.Range(0, 100).Select(i => TokenMutator.Mutate(token, new SeededRandom($"{token}/{i}")));
}
