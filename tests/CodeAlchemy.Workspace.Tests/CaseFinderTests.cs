using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Workspace.Cases;
using CodeAlchemy.Workspace.Workbench;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class CaseFinderTests
{
    [Fact]
    public void A_file_that_tells_nothing_runs_once_without_arguments()
    {
        var cases = CaseFinder.Find(Source("print(1)"), new KeyedRandom(1, "cases"));
        Assert.Equal("default", Assert.Single(cases).Name);
    }

    [Fact]
    public void A_sidecar_comes_first_and_its_values_are_mutated()
    {
        var source = Source("print(1)") with { Sidecar = "cases:\n  - {name: small, arguments: [\"3\", \"4\"]}\n" };
        var cases = CaseFinder.Find(source, new KeyedRandom(1, "cases"));
        Assert.Equal(("small", "sidecar"), (cases[0].Name, cases[0].Origin));
        Assert.All(cases.Skip(1), mutant => Assert.Equal("mutation", mutant.Origin));
        Assert.NotEmpty(cases.Skip(1));
        Assert.Equal(cases.Select(c => string.Join(' ', c.Arguments)), CaseFinder.Find(source, new KeyedRandom(1, "cases")).Select(c => string.Join(' ', c.Arguments)));
    }

    [Fact]
    public void A_sidecar_that_is_not_valid_says_where_and_what()
    {
        var source = Source("print(1)") with { Sidecar = "cases:\n  - {nme: small}\n" };
        var problem = Assert.Throws<ProblemException>(() => CaseFinder.Find(source, new KeyedRandom(1, "cases"))).Problem;
        Assert.Equal("invalid-cases", problem.Code);
        Assert.Equal(2, problem.Location?.Line);
    }

    private static SourceFile Source(string text) => new() { Ordinal = 0, Path = "a.py", Language = "python", Text = text, Sha256 = "00" };
}
