using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;
using CodeAlchemy.Execution.Programs;
using CodeAlchemy.Syntax;
using CodeAlchemy.Workspace.Conformance;
using Xunit;

namespace CodeAlchemy.Workspace.Tests;

public sealed class StatementLinesTests
{
    private const string Sort = """
        void sort(std::vector<int>& items,
                  bool down)
        {
            std::sort(items.begin(),
                      items.end(),
                      [=](int a, int b) {
                          return down
                              ? b < a
                              : a < b;
                      });
        }
        """;

    [Fact]
    public void All_lines_of_a_statement_are_its_first_one_but_those_of_a_closure_inside()
    {
        Assert.Equal([4, 4, 4, 7, 7, 7, 4], Firsts("cpp", Sort)[3..10]);
    }

    [Fact]
    public void The_head_of_a_function_is_one_line_and_its_end_another()
    {
        var lines = Lines("cpp", Sort);

        Assert.Equal([1, 1, 1], Enumerable.Range(1, 3).Select(lines.First));
        Assert.Equal(11, lines.First(11));
        Assert.True(lines.IsHead(1));
        Assert.False(lines.IsHead(4));
    }

    [Fact]
    public void The_initialisers_of_members_belong_to_the_head_of_their_constructor()
    {
        const string Program = """
            struct point {
                point(int a, int b)
                    : x(a),
                      y(b) {
                    count++;
                }
                int x, y;
            };
            """;

        Assert.Equal([1, 2, 2, 2, 5, 6, 7], Firsts("cpp", Program)[..7]);
    }

    [Fact]
    public void The_condition_behind_the_body_of_a_loop_is_not_its_beginning()
    {
        const string Program = """
            int main() {
                do {
                    x();
                } while (a &&
                         b);
                for (int i = 0;
                     i < 3;
                     i++)
                    y();
                if (a &&
                    b) {
                    z();
                } else if (c) {
                    z();
                }
            }
            """;

        int[] expected = [2, 3, 4, 5, 6, 6, 6, 9, 10, 10, 12, 13, 14, 15];

        Assert.Equal(expected, Firsts("c", Program)[1..15]);
        Assert.Equal(expected, Firsts("cpp", Program)[1..15]);
    }

    [Fact]
    public void Handlers_cases_and_inner_definitions_are_not_folded_into_what_is_around_them()
    {
        Assert.Equal([1, 2, 3, 4, 5], Firsts("python", "try:\n    f(1)\nexcept E:\n    f(2)\nf(3)\n")[..5]);
        Assert.Equal([1, 2, 3, 4, 5], Firsts("javascript", "switch (x) {\n  case 1:\n    f();\n  default:\n    g();\n}\n")[..5]);
        Assert.Equal([1, 2, 3, 1], Firsts("javascript", "const o = {\n  m() {\n    return 1; },\n};\n")[..4]);
    }

    [Fact]
    public void Both_sides_are_folded_and_a_call_stands_for_the_head_of_its_function()
    {
        var trace = Trace(Event(TraceEventKind.Call, 1), Event(TraceEventKind.Line, 4), Event(TraceEventKind.Call, 6), Event(TraceEventKind.Line, 8));
        var counts = new LineCounts(Run(), Counts((1, 1), (4, 1), (5, 3), (7, 0), (9, 2)), [11]);

        var (traced, counted) = LinesByStatement.Fold(trace, counts, Lines("cpp", Sort));

        Assert.Equal([(1, 1L), (4, 1L), (7, 1L)], traced.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal([(1, 1L), (4, 3L), (7, 2L)], counted.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_statement_is_left_out_only_where_the_counter_knows_none_of_its_lines()
    {
        var trace = Trace(Event(TraceEventKind.Line, 4), Event(TraceEventKind.Line, 7));
        var counts = new LineCounts(Run(), Counts((5, 1)), [4, 7]);

        var (traced, counted) = LinesByStatement.Fold(trace, counts, Lines("cpp", Sort));

        Assert.Equal([4], traced.Keys);
        Assert.Equal([4], counted.Keys);
    }

    private static int[] Firsts(string language, string text)
    {
        var lines = Lines(language, text);
        return [.. Enumerable.Range(1, text.Count(c => c == '\n') + 1).Select(lines.First)];
    }

    private static StatementLines Lines(string language, string text)
    {
        using var syntax = new SyntaxService(Options());
        using var tree = syntax.Parse(new GrammarReference($"tree-sitter-{language}", $"tree_sitter_{language}"), text, TestContext.Current.CancellationToken);
        return StatementLines.Of(tree ?? throw new InvalidOperationException($"no grammar of {language}"));
    }

    private static SyntaxOptions Options()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CodeAlchemy.sln")))
        {
            folder = folder.Parent;
        }

        var deps = Path.Combine(folder?.FullName ?? string.Empty, ".deps");
        Assert.SkipWhen(!File.Exists(Path.Combine(deps, "natives.sha256")), "The native dependencies are not installed (tools/setup/setup.sh).");
        return new SyntaxOptions(Path.Combine(deps, "native"), Path.Combine(deps, "node_modules"));
    }

    private static Trace Trace(params TraceEvent[] events) => new(
        new TraceHeader { Language = "cpp", LanguageVersion = "12", Tracer = "1.0.0", SourceSha256 = string.Empty, StdinSha256 = string.Empty, Limits = TraceLimits.Default, Isolation = IsolationLevel.Strict },
        [.. events],
        new TraceEnd(ExecutionStatus.Ok, 0, null, events.Length, string.Empty, string.Empty));

    private static TraceEvent Event(TraceEventKind kind, int line) => new() { Sequence = 1, Kind = kind, Line = line, Frame = 1 };

    private static ImmutableSortedDictionary<int, long> Counts(params (int Line, long Count)[] counts) =>
        counts.ToImmutableSortedDictionary(pair => pair.Line, pair => pair.Count);

    private static RunResult Run() => new()
    {
        Status = ExecutionStatus.Ok,
        ExitCode = 0,
        Stdout = [],
        Stderr = [],
        Elapsed = TimeSpan.Zero,
        Processor = TimeSpan.Zero,
        PeakMemory = 0,
    };
}
