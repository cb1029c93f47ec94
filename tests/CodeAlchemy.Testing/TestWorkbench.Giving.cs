using System.Collections.Immutable;
using System.Text.Json;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Syntax;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Testing;

public sealed partial class TestWorkbench
{
    private const long DefaultSeed = 42;

    /// <summary>A workbench for a file. It has one case without arguments, no options and no model; its random numbers have the seed 42.</summary>
    public static TestWorkbench For(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TestWorkbench(new Given { Source = source, Random = Given.Keyed(source, DefaultSeed, "strategy") });
    }

    /// <summary>A workbench for a file that is made of a text.</summary>
    /// <param name="language">Id of the language plugin.</param>
    /// <param name="text">The text.</param>
    /// <param name="path">Path inside the corpus.</param>
    public static TestWorkbench For(string language, string text, string path = "program") => For(TestSource.Of(language, text, path));

    /// <summary>Options as the manifest gives them. The defaults of <c>plugin.yaml</c> are not filled in: give what the strategy reads.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public TestWorkbench WithOptions(string json) => new(_given with { Options = JsonDocument.Parse(json).RootElement });

    /// <summary>The moment of the run; 1970-01-01 without.</summary>
    public TestWorkbench WithNow(DateTimeOffset now) => new(_given with { Now = now });

    /// <summary>The numbers that a run with this seed gives a strategy with this id for this file.</summary>
    public TestWorkbench WithSeed(long seed, string strategy = "strategy") => WithRandom(Given.Keyed(Source, seed, strategy));

    /// <summary>Other random numbers, by purpose.</summary>
    public TestWorkbench WithRandom(Func<string, IRandom> random) => new(_given with { Random = random });

    /// <summary>One more way to execute the file.</summary>
    public TestWorkbench WithCase(ExecutionCase @case) => WithCases([.. _given.Cases, @case]);

    /// <summary>All ways to execute the file.</summary>
    public TestWorkbench WithCases(params ImmutableArray<ExecutionCase> cases) => new(_given with { Cases = cases });

    /// <summary>What the file does in a case when it ends by itself.</summary>
    public TestWorkbench WithRun(string @case, string stdout, int exitCode = 0, string stderr = "") => WithRun(@case, TestRuns.Ended(stdout, exitCode, stderr));

    /// <summary>What the file does in a case.</summary>
    public TestWorkbench WithRun(string @case, RunResult run) => new(_given with { Runs = _given.Runs.SetItem(@case, run) });

    /// <summary>What programs do: the file where no run was given for the case, and versions of it that the strategy makes. <see langword="null"/> refuses.</summary>
    public TestWorkbench WithRuns(Func<SourceFile, ExecutionCase, RunResult?> runs) => new(_given with { RunOf = runs });

    /// <summary>The trace of the file in a case, see <see cref="TestTraces"/>.</summary>
    public TestWorkbench WithTrace(string @case, Trace trace) => WithTrace(@case, TestTraces.Agreed(trace));

    /// <summary>The evidence of the file in a case.</summary>
    public TestWorkbench WithTrace(string @case, TraceEvidence evidence) => new(_given with { Traces = _given.Traces.SetItem(@case, evidence) });

    /// <summary>Evidence of programs: the file where no trace was given for the case, and versions of it. <see langword="null"/> refuses.</summary>
    public TestWorkbench WithTraces(Func<SourceFile, ExecutionCase, TraceEvidence?> traces) => new(_given with { TraceOf = traces });

    /// <summary>What scripts do. <see langword="null"/> refuses.</summary>
    public TestWorkbench WithScripts(Func<ScriptRequest, ScriptResult?> scripts) => new(_given with { ScriptOf = scripts });

    /// <summary>The shell lines that run a program.</summary>
    public TestWorkbench WithShellCommands(params ImmutableArray<string> lines) => WithShellCommands(_ => lines);

    /// <summary>The shell lines that run a program, by program.</summary>
    public TestWorkbench WithShellCommands(Func<SourceFile, ImmutableArray<string>> lines) => new(_given with { ShellOf = lines });

    /// <summary>The text of a rendering, whatever the trace.</summary>
    public TestWorkbench WithRendering(string rendering, string text)
    {
        var before = _given.RenderingOf;
        return WithRenderings((trace, source, name) => name == rendering ? text : before(trace, source, name));
    }

    /// <summary>Texts of traces by trace, program and rendering. <see langword="null"/> refuses.</summary>
    public TestWorkbench WithRenderings(Func<Trace, SourceFile, string, string?> renderings) => new(_given with { RenderingOf = renderings });

    /// <summary>Parses programs; <see langword="null"/> is a language without a grammar.</summary>
    public TestWorkbench WithSyntax(Func<SourceFile, ISyntaxTree?> parse) => new(_given with { SyntaxOf = parse });

    /// <summary>Every program has a tree of one node, without errors; no query finds anything in it.</summary>
    public TestWorkbench WithBareSyntax() => WithSyntax(_ => new BareTree());

    /// <summary>The language has no grammar: there are no trees, and outlines are empty.</summary>
    public TestWorkbench WithoutSyntax() => WithSyntax(_ => null).WithOutline(SourceOutline.Empty);

    /// <summary>The outline of every program.</summary>
    public TestWorkbench WithOutline(SourceOutline outline) => WithOutlines(_ => outline);

    /// <summary>Outlines by program.</summary>
    public TestWorkbench WithOutlines(Func<SourceFile, SourceOutline> outline) => new(_given with { OutlineOf = outline });
}
