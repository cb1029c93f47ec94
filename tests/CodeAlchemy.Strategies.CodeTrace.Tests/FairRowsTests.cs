using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Grounded.Tests;
using CodeAlchemy.Strategies.CodeTrace.Tasks;
using CodeAlchemy.Tests.Shared;
using Xunit;

namespace CodeAlchemy.Strategies.CodeTrace.Tests;

/// <summary>What makes a row unfair, unclear or worthless to a careful reader.</summary>
public sealed class FairRowsTests
{
    [Fact]
    public void Pieces_of_one_output_are_joined_and_standard_error_is_left_out()
    {
        var trace = TraceBuilder.Of("call 1 main\nline 1 1\nout a\nout b\\n\nline 1 2\nout c\nret 1 2\n");
        var error = new TraceEvent { Sequence = 4, Kind = TraceEventKind.Output, Chunk = new TraceChunk(2, [.. Encoding.UTF8.GetBytes("at /work/x:1\n")]) };
        var shown = ShownTrace.Of(trace with { Events = trace.Events.Insert(3, error) });

        Assert.Equal(["ab\n", "c"], shown.Events.Where(e => e.Chunk is not null).Select(e => Encoding.UTF8.GetString(e.Chunk!.Bytes.AsSpan())));
        Assert.Equal(Enumerable.Range(1, 6), shown.Events.Select(e => e.Sequence));
    }

    [Fact]
    public async Task The_path_of_the_program_pointers_unwritten_memory_and_cut_values_are_told_where_the_answer_shows_them()
    {
        const string Script = "call 1 main@1 argc=1 argv=&\"/out/program\"\nline 1 3\nret 1 4\n";
        var shown = await Prompt("main#1 argv=&\"/out/program\" line={0, …}");
        var hidden = await Prompt("main#1 argc=1");

        foreach (var told in new[] { "own path, `/out/program`", "A pointer shows as `&`", "shows as `{…}`" })
        {
            Assert.Contains(told, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(told, hidden, StringComparison.Ordinal);
        }

        Assert.Contains("Memory that nothing has been written to counts as zero.", shown, StringComparison.Ordinal);

        async Task<string> Prompt(string answer)
        {
            var source = Programs.Source("int main(int argc, char **argv)\n{\n    char line[9];\n    return argc;\n}\n", "a.c") with { Language = "c" };
            return (await Rows(source, Script, """{"tasks": ["predict-trace"], "renderings": ["compact"]}""", rendering: _ => answer))[0].Messages[0].Content;
        }
    }

    [Fact]
    public async Task One_variable_is_not_spoken_of_in_the_plural()
    {
        const string Script = "call 1 <module>\nline 1 1\nline 1 2\nline 1 3 total=42\nret 1 3\n";
        for (var i = 0; i < 20; i++)
        {
            var source = Programs.Source("import sys\ntotal = work()\nprint(total)\n", $"tools/one_{i}.py");
            var row = (await Rows(source, Script, """{"tasks": ["predict-state"]}"""))[0];

            Assert.Equal("total = 42", row.Messages[1].Content);
            Assert.DoesNotMatch("values|in th(?:is|at) order|the order given|one per line|each on a line", row.Messages[0].Content);
        }
    }

    [Fact]
    public async Task A_copy_of_the_only_argument_alone_is_no_question()
    {
        var source = Programs.Source("import sys\nlimit = int(sys.argv[1])\nprint('x')\n");

        Assert.Empty(await Rows(source, "call 1 <module>\nline 1 2\nline 1 3 limit=14\nret 1 3\n", """{"tasks": ["predict-state"]}""", new ExecutionCase { Name = "a", Arguments = ["14"] }));
    }

    [Fact]
    public async Task Input_text_is_one_thing_and_arguments_are_several()
    {
        var asked = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            var source = Programs.Source(path: $"tools/in_{i}.py");
            var input = new ExecutionCase { Name = "a", Stdin = [.. Encoding.UTF8.GetBytes("12 7 30\n")], Origin = "sidecar" };
            asked.AddRange((await Rows(source, "call 1 <module>\nline 1 1\nret 1 1\n", """{"tasks": ["predict-input"]}""", input)).Select(r => r.Messages[0].Content));
        }

        Assert.Equal(30, asked.Count);
        Assert.All(asked, text => Assert.DoesNotMatch("input text that (?:produce|lead) |with them alone|Any that give the", text));
        Assert.Contains(asked, text => text.Contains("input text that produces it", StringComparison.Ordinal));
    }

    private static async Task<List<Sample>> Rows(SourceFile source, string script, string options, ExecutionCase? @case = null, Func<string, string>? rendering = null)
    {
        var bench = Benches.Of(source, c => Programs.Evidence(script, "something 9\n", c))
            .WithSyntax(RealGrammars.Parse)
            .WithCases([@case ?? ExecutionCase.Default])
            .WithOptions(options)
            .WithRenderings((_, _, name) => rendering is null ? $"{name} of the trace" : rendering(name));
        return await new CodeTraceStrategy().Transform(source, bench, TestContext.Current.CancellationToken).OfType<Sample>().ToListAsync();
    }
}
