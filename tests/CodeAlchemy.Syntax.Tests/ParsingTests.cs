using System.Diagnostics;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Syntax;
using Xunit;

namespace CodeAlchemy.Syntax.Tests;

public sealed class ParsingTests
{
    public static TheoryData<string, string, string, string> Samples => new()
    {
        { "tree-sitter-python", "tree_sitter_python", "def f(x):\n    return x\n", "module" },
        { "tree-sitter-javascript", "tree_sitter_javascript", "const f = x => x;\n", "program" },
        { "tree-sitter-typescript", "tree_sitter_typescript", "const f = (x: number) => x;\n", "program" },
        { "tree-sitter-typescript", "tree_sitter_tsx", "const a = <b c={1}/>;\n", "program" },
        { "tree-sitter-java", "tree_sitter_java", "class A { int f() { return 1; } }\n", "program" },
        { "tree-sitter-c", "tree_sitter_c", "int main(void) { return 0; }\n", "translation_unit" },
        { "tree-sitter-cpp", "tree_sitter_cpp", "template<class T> T f(T t) { return t; }\n", "translation_unit" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_installed_grammar_parses_its_language(string package, string symbol, string text, string root)
    {
        using var service = Grammars.Service();
        using var tree = service.Parse(new GrammarReference(package, symbol), text, TestContext.Current.CancellationToken)!;
        Assert.Equal(root, tree.Root.Kind);
        Assert.False(tree.HasErrors);
    }

    [Fact]
    public void Nodes_give_kind_field_text_parent_and_lines()
    {
        using var service = Grammars.Service();
        using var tree = Parse(service, Grammars.C, "int one;\nint f(int a)\n{ return a; }\n");
        var function = tree.Root.Children.Single(n => n.Kind == "function_definition");
        var body = function.Field("body")!;
        Assert.Equal("{ return a; }", body.Text);
        Assert.Equal(new SourceSpan(9, 35, 2, 3), function.Span);
        Assert.Equal(function, body.Parent);
        Assert.Null(function.Field("nothing"));
        Assert.Null(tree.Root.Parent);
        Assert.Equal(["{", "return_statement", "}"], body.Children.Select(n => n.Kind));
        Assert.Equal([false, true, false], body.Children.Select(n => n.IsNamed));
    }

    [Fact]
    public void Broken_text_gives_a_tree_that_says_where_it_is_broken()
    {
        using var service = Grammars.Service();
        using var tree = Parse(service, Grammars.C, "int good(void) { return 1; }\nint bad(void) { return (; }\n");
        Assert.True(tree.HasErrors);
        Assert.False(tree.Root.Children.First().HasError);
    }

    [Fact]
    public void Offsets_are_utf8_bytes_and_turn_into_utf16_places()
    {
        using var service = Grammars.Service();
        const string text = "x = '😀é'\nünder = 1\n";
        using var tree = Parse(service, Grammars.Python, text);
        var name = tree.Query("((identifier) @n (#eq? @n \"ünder\"))").Single().Node;
        Assert.Equal("ünder", name.Text);
        Assert.Equal(13, name.Span.Start);
        var lines = new Utf8Lines(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(2, lines.LineOf(name.Span.Start));
        Assert.Equal(text.IndexOf("ünder", StringComparison.Ordinal), lines.ToUtf16(name.Span.Start));
        Assert.Equal(name.Span.Start, lines.FromUtf16(text.IndexOf("ünder", StringComparison.Ordinal)));
        Assert.Equal(6, lines.ColumnOf(name.Span.End));
    }

    [Fact]
    public void Unpaired_surrogates_and_zero_bytes_are_parsed()
    {
        using var service = Grammars.Service();
        using var tree = Parse(service, Grammars.Python, "a = '\ud800\0'\n");
        Assert.Equal("module", tree.Root.Kind);
    }

    [Fact]
    public void An_empty_text_has_a_root_without_children()
    {
        using var service = Grammars.Service();
        using var tree = Parse(service, Grammars.C, string.Empty);
        Assert.Empty(tree.Root.Children);
    }

    [Theory]
    [InlineData(100_000, false)]
    [InlineData(20_000, true)]
    public void A_tree_nested_very_deep_is_walked_and_queried(int depth, bool query)
    {
        // The core counts depth in 16 bits while it runs a query: matches deeper than that are not found.
        using var service = Grammars.Service();
        using var tree = (SyntaxTree)Parse(service, Grammars.Python, new string('(', depth) + "x" + new string(')', depth));
        Assert.True(tree.Walk().Count() > 3 * depth);
        Assert.Equal(query, tree.Query("(identifier) @x").Count == 1);
    }

    [Fact]
    public void A_text_longer_than_allowed_gives_no_tree()
    {
        using var service = new SyntaxService(Grammars.Options() with { MaximumBytes = 10 });
        Assert.Null(service.Parse(Grammars.C, "int a; int b;", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_parse_that_takes_too_long_gives_no_tree_and_leaves_the_service_usable()
    {
        var slow = string.Concat(Enumerable.Repeat("int f(int a) { return a * (a + 1); }\n", 100_000));
        using var service = new SyntaxService(Grammars.Options() with { TimeLimit = TimeSpan.FromMilliseconds(5) });
        Assert.Null(service.Parse(Grammars.C, slow, TestContext.Current.CancellationToken));
        using var tree = Parse(service, Grammars.C, "int a;");
        Assert.Equal("int a;", tree.Root.Text);
    }

    [Fact]
    public void Cancelling_stops_a_parse()
    {
        var slow = string.Concat(Enumerable.Repeat("int f(int a) { return a * (a + 1); }\n", 200_000));
        using var service = Grammars.Service();
        using var source = new CancellationTokenSource(5);
        Assert.Throws<OperationCanceledException>(() => service.Parse(Grammars.C, slow, source.Token));
    }

    [Fact]
    public void Nodes_of_a_disposed_tree_say_so()
    {
        using var service = Grammars.Service();
        var tree = Parse(service, Grammars.C, "int a;");
        var root = tree.Root;
        tree.Dispose();
        Assert.Throws<ObjectDisposedException>(() => root.Kind);
        Assert.Throws<ObjectDisposedException>(() => tree.Query("(identifier) @x"));
    }

    [Fact]
    public async Task Many_threads_parse_and_read_at_once()
    {
        using var service = Grammars.Service();
        var text = string.Concat(Enumerable.Range(0, 50).Select(i => $"int f{i}(int a) {{ return a + {i}; }}\n"));
        using var shared = Parse(service, Grammars.C, text);
        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, (i, _) =>
        {
            using var own = Parse(service, i % 2 == 0 ? Grammars.C : Grammars.Python, text);
            Assert.Equal(50, shared.Query("(function_definition) @f").Count);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Memory_stays_flat_over_many_parses_even_without_disposal()
    {
        using var service = Grammars.Service();
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"int f{i}(int a) {{ return a + {i}; }}\n"));
        Churn(service, text, 200);
        var before = Resident();
        Churn(service, text, 2000);
        Assert.True(Resident() - before < 64 << 20, $"grew from {before} to {Resident()} bytes");
    }

    private static void Churn(SyntaxService service, string text, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var tree = Parse(service, Grammars.C, text);
            Assert.Equal(200, tree.Query("(return_statement) @r").Count);
            if (i % 2 == 0)
            {
                tree.Dispose();
            }

            if (i % 100 == 0)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private static ISyntaxTree Parse(SyntaxService service, GrammarReference grammar, string text) =>
        service.Parse(grammar, text, TestContext.Current.CancellationToken)!;
}
