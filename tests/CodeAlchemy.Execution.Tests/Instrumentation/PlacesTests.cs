using CodeAlchemy.Abstractions.Hosting;
using Xunit;

namespace CodeAlchemy.Execution.Tests.Instrumentation;

public sealed class PlacesTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "int f(int a) { a++; }", "int f(int a) {E(f,1,1,v0=a;); L(1,0x1,v0=a;);a++; X(1);}" },
        { "void f() { if (1) g(); }", "void f() {E(f,1,1,); L(1,0x0,);if (1) {L(1,0x0,);g();} X(1);}" },
        { "void f() { while (x) { g(); } }", "void f() {E(f,1,1,); L(1,0x0,);while ((C(1),(x))) { L(1,0x0,);g(); } X(1);}" },
        { "int f() { return g(1); }", "int f() {E(f,1,1,); L(1,0x0,);return R(g(1)); X(1);}" },
        { "void f() {}", "void f() {E(f,1,1,);X(1);}" },
        { "void f() { here: g(); h(); }", "void f() {E(f,1,1,); here: g(); L(1,0x0,);h(); X(1);}" },
        { "void f() { int a = 1; { int a = 2; g(); } h(); }",
          "void f() {E(f,1,1,); L(1,0x0,);int a = 1; { L(1,0x1,v0=a;);int a = 2; L(1,0x1,v0=a;);g(); } L(1,0x1,v0=a;);h(); X(1);}" },
        { "void f() { for (int i = 0;;) g(); h(); }",
          "void f() {E(f,1,1,); L(1,0x0,);for (int i = 0;;) {L(1,0x1,v0=i;);g();} L(1,0x0,);h(); X(1);}" },
        { "void f() { int a; g(); a = 1; h(); }",
          "void f() {E(f,1,1,); int a; L(1,0x1,);g(); L(1,0x1,);a = 1; L(1,0x1,v0=a;);h(); X(1);}" },
        { "void f() { int a; for (;;) { g(); a = 1; } }",
          "void f() {E(f,1,1,); int a; L(1,0x1,v0=a;);for (;;) { L(1,0x1,v0=a;);g(); L(1,0x1,v0=a;);a = 1; } X(1);}" },
        { "void f() { secret s = 1; g(); }", "void f() {E(f,1,1,); L(1,0x0,);secret s = 1; L(1,0x0,);g(); X(1);}" },
        { "void f() { char *s = \"ü\"; g(\"😀\"); }", "void f() {E(f,1,1,); L(1,0x0,);char *s = \"ü\"; L(1,0x0,);g(\"😀\"); X(1);}" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Insertions_stand_where_the_captures_say(string source, string expected)
    {
        using var engine = new Engine();
        var program = await engine.Run(source);
        Assert.Equal(expected, program!.Text);
        Assert.Equal(0, program.Dropped);
    }

    [Fact]
    public async Task Lines_stay_where_they_are()
    {
        using var engine = new Engine();
        const string source = "int f(int a)\n{\n  if (a)\n    g(a);\n  return\n    a;\n}\n";
        var program = await engine.Run(source);
        var (before, after) = (source.Split('\n'), program!.Text.Split('\n'));
        Assert.Equal(before.Length, after.Length);
        Assert.All(before.Zip(after), pair => Assert.True(IsWithin(pair.First, pair.Second), pair.Second));
        Assert.Contains("L(5,", after[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_a_file_is_a_function_without_an_entry()
    {
        using var engine = new Engine();
        var program = await engine.Run("{ g(); }", "((translation_unit) @function @function.body (#set! name \"file\")) (expression_statement) @statement");
        Assert.Equal("{ L(1,0x0,);g(); }", program!.Text);
    }

    [Fact]
    public async Task A_function_chooses_the_variant_of_its_entry()
    {
        using var engine = new Engine();
        engine.Insertions = engine.Insertions.Add("enter.plain", "P({name});");
        var program = await engine.Run("int f() {}", """
            ((function_definition declarator: (function_declarator declarator: (identifier) @function.name) body: (compound_statement) @function.body) @function
              (#set! variant "plain"))
            """);
        Assert.Equal("int f() {P(f);X(1);}", program!.Text);
    }

    [Fact]
    public async Task A_returned_closure_is_returned_by_the_function_around_it()
    {
        using var engine = new Engine();
        var program = await engine.Run("int f() { return g(1); }", """
            (function_definition declarator: (function_declarator declarator: (identifier) @function.name) body: (compound_statement) @function.body) @function
            (call_expression arguments: (argument_list) @function.body) @function
            (return_statement (_) @return.value) @return
            """);
        Assert.Contains("return R(g(", program!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_does_not_parse_is_left_alone_and_named()
    {
        using var engine = new Engine();
        var program = await engine.Run("int good() { return 1; }\nint bad() { return (; }\n");
        Assert.Contains("E(good", program!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("E(bad", program.Text, StringComparison.Ordinal);
        Assert.Contains("bad", Assert.Single(program.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_without_functions_is_left_to_the_next_tracer()
    {
        using var engine = new Engine();
        Assert.Null(await engine.Run("int a;\n"));
        Assert.Empty(engine.Texts);
    }

    [Fact]
    public async Task An_insertion_with_a_newline_is_a_fault_of_the_plugin()
    {
        using var engine = new Engine();
        engine.Insertions = engine.Insertions.SetItem("statement", "a\nb");
        var error = await Assert.ThrowsAsync<ProblemException>(() => engine.Run("void f() { g(); }"));
        Assert.Equal("insertion-newline", error.Problem.Code);
        Assert.Equal(ExitCode.Plugin, error.Problem.Exit);
    }

    [Fact]
    public async Task A_wrong_query_is_a_fault_of_the_plugin_with_its_place()
    {
        using var engine = new Engine();
        var error = await Assert.ThrowsAsync<ProblemException>(() => engine.Run("void f() { g(); }", "(nothing) @function"));
        Assert.Equal("plugin-instrumentation", error.Problem.Code);
        Assert.Contains("line 1, column 2", error.Problem.Message, StringComparison.Ordinal);
    }

    // Whether all characters of a line are still there in their order.
    private static bool IsWithin(string original, string instrumented)
    {
        var found = 0;
        foreach (var c in instrumented)
        {
            found += found < original.Length && c == original[found] ? 1 : 0;
        }

        return found == original.Length;
    }

    [Fact]
    public async Task A_returned_closure_is_a_value_of_the_function_around_it()
    {
        const string Query = """
            (function_definition
              declarator: (function_declarator declarator: (identifier) @function.name) body: (compound_statement) @function.body) @function
            ((parenthesized_expression (compound_statement) @function.body) @function (#set! name "closure"))
            (return_statement (_) @return.value) @return
            """;
        using var engine = new Engine();
        var program = await engine.Run("int f(void) {\n  return ({ g(); });\n}\n", Query);
        Assert.Contains("return R(({E(closure", program!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_tells_its_parameters()
    {
        const string Query = """
            (function_definition
              declarator: (function_declarator declarator: (identifier) @function.name) body: (compound_statement) @function.body) @function
            (struct_specifier (attribute_specifier) @record.parameters name: (_) @record.name body: (_) @record.body) @record
            """;
        using var engine = new Engine();
        engine.Insertions = engine.Insertions.Add("record", ";Y({name},{parameters})");
        var program = await engine.Run("struct __attribute__((packed)) s { int a; };\nint f(void) { return 1; }\n", Query);
        Assert.Contains("};Y(s,__attribute__((packed)));", program!.Text, StringComparison.Ordinal);
    }
}
