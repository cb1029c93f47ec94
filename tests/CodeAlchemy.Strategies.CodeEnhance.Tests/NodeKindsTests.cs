using CodeAlchemy.Grounded.Programs;
using Xunit;

namespace CodeAlchemy.Strategies.CodeEnhance.Tests;

public sealed class NodeKindsTests
{
    [Theory]
    [InlineData("a.go", "package main\nfunc outer(i int) {\n\tshort(func(@i, j int) bool { return i < j })\n}\n")]
    [InlineData("a.js", "function outer(i) {\n  return [1].map((@i) => i + 1);\n}\n")]
    [InlineData("a.js", "function outer(i) {\n  return [1].map(@i => i + 1);\n}\n")]
    [InlineData("a.py", "def outer(i):\n    return map(lambda @i: i + 1, [1])\n")]
    [InlineData("A.java", "class A { int outer(int i) { return apply(@i -> i + 1); } }\n")]
    [InlineData("a.cpp", "int outer(int i) { return apply([](int @i) { return i + 1; }); }\n")]
    public void The_parameter_of_an_inner_function_is_told_from_the_variables_of_the_outer_one(string file, string marked)
    {
        using var program = Languages.Parsed(marked.Replace("@", "", StringComparison.Ordinal), file);
        var body = program.Outline.Functions.Single(f => f.Name == "outer").Body;

        var found = program.Nodes.Where(n => n.Text == "i" && NodeKinds.IsParameterWithin(n, body)).ToList();

        Assert.Equal([marked.IndexOf('@', StringComparison.Ordinal)], found.Select(n => n.Span.Start));
    }
}
