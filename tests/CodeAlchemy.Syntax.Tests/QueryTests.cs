using Xunit;

namespace CodeAlchemy.Syntax.Tests;

public sealed class QueryTests
{
    private const string Text = "int alpha; int beta; int alpha2; char *gamma; int f(int x) { return x; }\n";

    [Theory]
    [InlineData("((identifier) @n (#eq? @n \"beta\"))", "beta")]
    [InlineData("(declaration declarator: (identifier) @n (#not-eq? @n \"beta\"))", "alpha alpha2")]
    [InlineData("((identifier) @n (#any-of? @n \"beta\" \"gamma\" \"none\"))", "beta gamma")]
    [InlineData("(declaration declarator: (identifier) @n (#not-any-of? @n \"beta\" \"alpha\"))", "alpha2")]
    [InlineData("((identifier) @n (#match? @n \"^al\"))", "alpha alpha2")]
    [InlineData("(declaration declarator: (identifier) @n (#not-match? @n \"^al\"))", "beta")]
    [InlineData("(function_definition (function_declarator (parameter_list (parameter_declaration declarator: (identifier) @n))) body: (compound_statement (return_statement (identifier) @m)) (#eq? @n @m))", "x x")]
    public void Predicates_choose_the_matches(string query, string expected)
    {
        using var service = Grammars.Service();
        using var tree = service.Parse(Grammars.C, Text, TestContext.Current.CancellationToken)!;
        Assert.Equal(expected, string.Join(' ', tree.Query(query).Select(c => c.Node.Text)));
    }

    [Fact]
    public void Captures_carry_their_match_and_pattern()
    {
        using var service = Grammars.Service();
        using var tree = service.Parse(Grammars.C, "int a; int b;", TestContext.Current.CancellationToken)!;
        var captures = tree.Query("(translation_unit) @all (declaration type: (_) @type declarator: (_) @name)");
        Assert.Equal(
            [("all", 0, 0), ("type", 1, 1), ("name", 1, 1), ("type", 2, 1), ("name", 2, 1)],
            captures.Select(c => (c.Name, c.Match, c.Pattern)));
    }

    [Fact]
    public void Properties_set_by_a_pattern_come_with_its_matches()
    {
        using var service = Grammars.Service();
        using var tree = service.ParseUtf8(Grammars.C, "int a;"u8.ToArray(), TestContext.Current.CancellationToken)!;
        var match = Assert.Single(tree.Matches("((declaration) @d (#set! kind \"global\") (#set! plain))", TestContext.Current.CancellationToken));
        Assert.Equal("global", match.Properties["kind"]);
        Assert.Equal(string.Empty, match.Properties["plain"]);
    }

    [Theory]
    [InlineData("(identifier) @a\n(nonsense) @b", "line 2, column 2")]
    [InlineData("(identifier", "line 1")]
    [InlineData("(declaration nofield: (_) @x)", "unknown field")]
    [InlineData("((identifier) @a (#frobnicate? @a))", "not a known predicate")]
    [InlineData("((identifier) @a (#eq? @a))", "wrong number of words")]
    [InlineData("((identifier) @a (#match? @a \"(\"))", "line 1")]
    public void A_wrong_query_is_told_with_its_place(string query, string part)
    {
        using var service = Grammars.Service();
        using var tree = service.Parse(Grammars.C, Text, TestContext.Current.CancellationToken)!;
        var error = Assert.Throws<FormatException>(() => tree.Query(query));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_over_its_time_limit_stops()
    {
        using var service = new SyntaxService(Grammars.Options() with { TimeLimit = TimeSpan.FromMilliseconds(200) });
        using var tree = service.Parse(Grammars.C, string.Concat(Enumerable.Repeat("int a;", 5000)), TestContext.Current.CancellationToken)!;
        Assert.Throws<TimeoutException>(() =>
            tree.Query("(translation_unit (declaration)* @a (declaration)* @b (declaration)* @c (declaration) @d)"));
    }
}
