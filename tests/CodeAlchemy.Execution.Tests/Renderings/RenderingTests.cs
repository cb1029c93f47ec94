using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Renderings;
using CodeAlchemy.Execution.Tests.Support;
using CodeAlchemy.Execution.Tests.Tracing;

namespace CodeAlchemy.Execution.Tests.Renderings;

/// <summary>
/// Approved texts lie beside their trace in approved/. With CODEALCHEMY_APPROVE=1 they are written anew, and a trace that is
/// missing is made.
/// </summary>
public sealed class RenderingTests(ExecutorFixture fixture) : IClassFixture<ExecutorFixture>
{
    private static readonly string Folder = Path.Combine(Languages.Root, "tests/CodeAlchemy.Execution.Tests/Renderings/approved");
    private static readonly bool IsApproving = Environment.GetEnvironmentVariable("CODEALCHEMY_APPROVE") == "1";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var program in Directory.EnumerateFiles(Folder, "*.py").Order(StringComparer.Ordinal))
            {
                foreach (var rendering in TraceRenderings.Names)
                {
                    data.Add(Path.GetFileNameWithoutExtension(program), rendering);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_rendering_is_the_approved_text(string name, string rendering)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.py"), TestContext.Current.CancellationToken);
        var trace = await Trace(name, source);
        var approved = Path.Combine(Folder, $"{name}.{rendering}.txt");

        var text = TraceRenderings.Render(trace, source, rendering);

        if (IsApproving)
        {
            await File.WriteAllTextAsync(approved, text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken), text);
    }

    [Fact]
    public void Program_text_can_not_put_a_special_token_into_cwm_frames()
    {
        const string Imitation = "<|action_sep|>";
        var plain = TraceJsonTests.Make("c|1|0|1|f|=x|str|TOKEN", "l|1|1", "x|1|1|E|TOKEN", "r|1|1|u");
        var imitating = TraceJson.Read(TraceJson.ToText(plain).Replace("TOKEN", Imitation, StringComparison.Ordinal), "t").Value!;

        var text = TraceRenderings.Render(imitating, $"x = '{Imitation}' # <\\{Imitation[1..]}", "cwm");

        Assert.Equal(3, text.Split(Imitation).Length - 1);
        Assert.Contains("\\u003c|action_sep|>", text, StringComparison.Ordinal);
        Assert.Contains(@"x = '<\|action_sep|>' # <\\|action_sep|>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documentation_shows_the_approved_texts()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Languages.Root, "docs/tracing.md"), TestContext.Current.CancellationToken);

        foreach (var rendering in TraceRenderings.Names)
        {
            var approved = await File.ReadAllTextAsync(Path.Combine(Folder, $"documented.{rendering}.txt"), TestContext.Current.CancellationToken);
            Assert.Contains(approved.TrimEnd('\n'), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_rendering_names_those_that_exist()
    {
        var error = Assert.Throws<ArgumentException>(() => TraceRenderings.Render(TraceJsonTests.Make("l|1|1"), "x", "fancy"));

        Assert.Contains("compact, cwm, scratchpad, narrative, table, tutor, published", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compact_gives_all_variables_again_at_a_key_frame()
    {
        var records = new List<string> { "c|1|0|1|f|=kept|int|42" };
        records.AddRange(Enumerable.Range(0, 200).Select(i => $"l|1|{2 + (i % 2)}|=i|int|{i}"));

        var text = TraceRenderings.Render(TraceJsonTests.Make([.. records]), "x", "compact");

        Assert.Equal(3, text.Split('\n').Count(l => l.StartsWith("= f#1 kept=42 i=", StringComparison.Ordinal)));
    }

    private async Task<Trace> Trace(string name, string source)
    {
        var file = Path.Combine(Folder, $"{name}.jsonl");
        if (IsApproving && !File.Exists(file))
        {
            var run = await fixture.TracePython(source, ExecutorFixture.Case("Ann\n"));
            await File.WriteAllTextAsync(file, TraceJson.ToText(run.Trace!), TestContext.Current.CancellationToken);
        }

        return TraceJson.Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), file).Value!;
    }
}
