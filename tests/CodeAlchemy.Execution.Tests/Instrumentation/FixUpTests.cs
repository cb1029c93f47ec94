using Xunit;

namespace CodeAlchemy.Execution.Tests.Instrumentation;

public sealed class FixUpTests
{
    private const string Source = "int f(int a, int b) {\n  g(a);\n  h(b);\n}\nint k(int c) {\n  g(c);\n}\n";

    [Fact]
    public async Task A_message_at_a_variable_drops_that_variable_everywhere()
    {
        using var engine = new Engine();
        await engine.Run(Source);
        var program = await Again(engine, Engine.At(engine.Texts[0], "v1=b;"));
        Assert.DoesNotContain("v1=b;", program!.Text, StringComparison.Ordinal);
        Assert.Contains("v0=a;", program.Text, StringComparison.Ordinal);
        Assert.Equal(1, program.Dropped);
    }

    [Fact]
    public async Task A_message_at_a_later_use_of_a_variable_leaves_the_earlier_ones()
    {
        using var engine = new Engine();
        await engine.Run(Source);
        var text = engine.Texts[0];
        var program = await Again(engine, Engine.At(text, text[text.IndexOf("v1=b;);h(b)", StringComparison.Ordinal)..]));
        Assert.Contains("v1=b;);g(a)", program!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("v1=b;);h(b)", program.Text, StringComparison.Ordinal);
        Assert.Equal(1, program.Dropped);
    }

    [Fact]
    public async Task A_message_at_an_insertion_drops_that_insertion()
    {
        using var engine = new Engine();
        await engine.Run(Source);
        var program = await Again(engine, Engine.At(engine.Texts[0], "L(2"));
        Assert.DoesNotContain("L(2", program!.Text, StringComparison.Ordinal);
        Assert.Contains("L(3", program.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_elsewhere_in_a_line_drops_the_insertions_of_the_line()
    {
        using var engine = new Engine();
        await engine.Run(Source);
        var program = await Again(engine, Engine.At(engine.Texts[0], "h(b)"));
        Assert.DoesNotContain("L(3", program!.Text, StringComparison.Ordinal);
        Assert.Contains("L(2", program.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_at_a_line_without_insertions_drops_the_function_around_it()
    {
        using var engine = new Engine();
        await engine.Run(Source);
        var first = Engine.At(engine.Texts[0], "h(b)");
        var program = await Again(engine, first, "p.c:3:1: error");
        Assert.DoesNotContain("E(f", program!.Text, StringComparison.Ordinal);
        Assert.Contains("E(k", program.Text, StringComparison.Ordinal);
        Assert.Contains("f", Assert.Single(program.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_at_the_entry_drops_the_function()
    {
        using var engine = new Engine();
        await engine.Run(Source);
        var program = await Again(engine, Engine.At(engine.Texts[0], "E(k"));
        Assert.DoesNotContain("c;", program!.Text.Split('\n')[5].Replace("g(c);", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("E(f", program.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_parts_around_an_expression_go_together()
    {
        using var engine = new Engine();
        const string source = "int f() {\n  return g();\n}\n";
        await engine.Run(source);
        var message = Engine.At(engine.Texts[0], "R(");
        engine.Texts.Clear();
        var program = await engine.Run(source, messages: [message]);
        Assert.Contains("return g();", program!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_gives_up_when_no_message_helps()
    {
        using var engine = new Engine();
        Assert.Null(await engine.Run(Source, messages: ["linker error"]));
        Assert.Single(engine.Texts);
    }

    [Fact]
    public async Task It_gives_up_after_its_rounds()
    {
        using var engine = new Engine();
        Assert.Null(await engine.Run(Source, messages: ["p.c:2:1:", "p.c:3:1:", "p.c:6:1:", "p.c:1:1:", "p.c:5:1:"]));
        Assert.Equal(4, engine.Texts.Count);
    }

    private static async Task<Execution.Instrumentation.InstrumentedProgram?> Again(Engine engine, params string[] messages)
    {
        engine.Texts.Clear();
        return await engine.Run(Source, messages: messages);
    }
}
