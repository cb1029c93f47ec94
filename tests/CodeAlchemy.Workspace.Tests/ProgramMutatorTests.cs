using CodeAlchemy.Grounded.Mutation;
using CodeAlchemy.Workspace.Workbench;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class ProgramMutatorTests
{
    private const string Python = "# a < b\nimport a1\ndef f(n, flag=True):\n    total = 0\n    while n > 0 and flag:\n        total += n * 2\n        n -= 1\n    return total, \"1 < 2\"\n";
    private const string Cpp = "#include <map>\n#define N 3\nstd::map<int, int> m;\nint main() { int i = 0; for (; i < 5; i++) { m[i] = i + 1; } return i == 5 ? 0 : 1; }\n";

    [Theory]
    [InlineData("python", Python)]
    [InlineData("cpp", Cpp)]
    public void Every_mutant_still_parses_and_differs_from_the_original_in_one_place(string language, string text)
    {
        using var workshop = new Workshop();
        var mutants = Mutants(workshop, language, text, null);

        Assert.True(mutants.Count >= 6);
        Assert.Equal(mutants.Count, mutants.Select(m => m.Text).Distinct().Count());
        Assert.All(mutants, mutant =>
        {
            Assert.Equal(text.Length + mutant.After.Length - mutant.Before.Length, mutant.Text.Length);
            Assert.Equal(text[..mutant.Span.Start] + mutant.After + text[mutant.Span.End..], mutant.Text);
            Assert.False(workshop.Installation.Syntax.Check(language, mutant.Text)!.Value.HasErrors, mutant.Text);
        });
    }

    [Fact]
    public void Lua_says_unequal_in_its_own_way()
    {
        const string Lua = "local function f(n)\n  if n == 1 then return 2 end\n  return n ~= 3\nend\nprint(f(4))\n";
        using var workshop = new Workshop();
        var mutants = Mutants(workshop, "lua", Lua, null);

        Assert.Contains(mutants, m => m is { Before: "==", After: "~=" });
        Assert.Contains(mutants, m => m is { Before: "~=", After: "==" });
        Assert.All(mutants, m => Assert.False(workshop.Installation.Syntax.Check("lua", m.Text)!.Value.HasErrors, m.Text));
    }

    [Fact]
    public void Comments_strings_imports_and_types_stay_as_they_are()
    {
        using var workshop = new Workshop();

        Assert.DoesNotContain(Mutants(workshop, "python", Python, null), m => m.Span.StartLine <= 2 || m.Before.Contains('"', StringComparison.Ordinal));
        Assert.DoesNotContain(Mutants(workshop, "cpp", Cpp, null), m => m.Span.StartLine <= 3);
    }

    [Fact]
    public void Only_the_lines_asked_for_are_changed_and_the_order_is_seeded()
    {
        using var workshop = new Workshop();
        var lines = new HashSet<int> { 5, 6 };

        var mutants = Mutants(workshop, "python", Python, lines);

        Assert.NotEmpty(mutants);
        Assert.All(mutants, m => Assert.Contains(m.Span.StartLine, lines));
        Assert.Equal(mutants, Mutants(workshop, "python", Python, lines));
    }

    private static List<ProgramMutant> Mutants(Workshop workshop, string language, string text, IReadOnlySet<int>? lines)
    {
        using var tree = workshop.Installation.Syntax.Parse(language, text)!;
        return [.. ProgramMutator.Mutants(text, language, tree, new KeyedRandom(7, "mutants"), lines)];
    }
}
