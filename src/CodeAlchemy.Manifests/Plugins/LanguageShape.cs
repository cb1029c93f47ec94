using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Manifests.Shapes;
using CodeAlchemy.Manifests.Yaml;

namespace CodeAlchemy.Manifests.Plugins;

/// <summary>The <c>language</c> part of a <c>plugin.yaml</c>.</summary>
internal static class LanguageShape
{
    private const long MostOverhead = 64L << 30;

    private static readonly Shape<string> Extension = Scalars.Matching(@"^\.[a-z0-9_+#.-]+$", "a file name ending in lower case with its dot, such as .py");

    private static readonly ObjectShape<GrammarReference> Grammar = new ObjectShape<GrammarReference>(() => new GrammarReference("", ""))
        .Required("package", Scalars.Matching("^(@[a-z0-9-]+/)?[a-z0-9-]+$", "the name of a package"), (g, v) => g with { Package = v }, "Package that holds the native grammar.")
        .Required("symbol", Scalars.Matching("^[A-Za-z_][A-Za-z0-9_]*$", "the name of an exported function"), (g, v) => g with { Symbol = v }, "Function that the library exports.")
        .Optional("partial", Scalars.Boolean, (g, v) => g with { IsPartial = v }, "Whether the grammar doesn't know all of the language, so that the filter `syntax` must not refuse what it finds wrong.", false);

    private static readonly ObjectShape<CommentSyntax> Comments = new ObjectShape<CommentSyntax>(() => new CommentSyntax(null, null))
        .Optional("line", Scalars.Line, (c, v) => c with { Line = v }, "Start of a line comment.")
        .Optional("block", BlockShape.Instance, (c, v) => c with { Block = v }, "Start and end of a block comment.");

    private static readonly ObjectShape<LineCounter> LongCounter = new ObjectShape<LineCounter>(() => new LineCounter([], []))
        .Optional("compile", CommandsShape.Instance, (c, v) => c with { Compile = v }, "Commands that compile for counting, when those of `compile` do not serve.")
        .Required("command", CommandShape.Instance, (c, v) => c with { Command = v }, "Command that runs the program and counts its lines.");

    private static readonly Shape<LineCounter> Counter = new EitherShape<LineCounter>(
        node => node is SequenceNode, CommandShape.Instance.Map(command => new LineCounter([], command)), LongCounter);

    private static readonly Shape<TracerDefinition> ShortTracer =
        CommandShape.Instance.Map(command => new TracerDefinition { Name = "trace", Command = command });

    public static ObjectShape<LanguageDefinition> Instance { get; } = new ObjectShape<LanguageDefinition>(Seed)
        .Required("extensions", Extension.List(least: 1), (l, v) => l with { Extensions = v }, "File name endings with the dot, lower case.")
        .Optional("shebangs", Scalars.Line.List(), (l, v) => l with { Shebangs = v }, "Interpreter names that identify a script by its first line.", new JsonArray())
        .Optional("grammar", Grammar, (l, v) => l with { Grammar = v }, "The tree-sitter grammar; without it the language has no syntax trees.")
        .Optional("comments", Comments, (l, v) => l with { LineComment = v.Line, BlockComment = v.Block }, "How comments are written.")
        .Optional("toolchain", ToolShape.Instance.List(), (l, v) => l with { Toolchain = v }, "Programs that the language needs.", new JsonArray())
        .Optional("prepare", CommandsShape.Instance, (l, v) => l with { Prepare = v }, "Commands that build the plugin's own parts into {prepared}.", new JsonArray())
        .Optional("entry", Paths.Inside, (l, v) => l with { Entry = v }, "Query file whose captures @package and @entry give {entry}.")
        .Optional("outline", Paths.Inside, (l, v) => l with { Outline = v }, "Query file that names functions, types, comments and imports.")
        .Optional("compile", CommandsShape.Instance, (l, v) => l with { Compile = v }, "Commands that compile {file} into {out}.", new JsonArray())
        .Optional("compileServer", CommandShape.Instance, (l, v) => l with { CompileServer = v }, "Command of a program that stays and takes compile commands one after the other.")
        .Optional("run", CommandShape.Instance, (l, v) => l with { Run = v }, "Command that runs the program; arguments of the case are appended. Without it files of the language are rewritten, but neither run nor traced.")
        .Optional("trace", ShortTracer, (l, v) => l with { Tracers = [v] }, "Command that runs the program traced: the short form of `tracers`.")
        .Optional("tracers", TracerShape.Instance.List(least: 1), (l, v) => l with { Tracers = v }, "Ways to trace, tried in order.")
        .Optional("counter", Counter, (l, v) => l with { Counter = v.Command, CounterCompile = v.Compile }, "A line counter that is independent of the tracers.")
        .Optional("environment", Scalars.Text.Dictionary(EnvironmentName), (l, v) => l with { Environment = v }, "Environment of the program.", new JsonObject())
        .Optional("missingLibrary", Scalars.Regex.List(), (l, v) => l with { MissingLibrary = v }, "Expressions over stderr that tell a missing library; group 1 is its name.", new JsonArray())
        .Optional("waitsForInput", Scalars.Regex.List(), (l, v) => l with { WaitsForInput = v }, "Expressions over stderr that tell a program wanted more input.", new JsonArray())
        .Optional("library", Scalars.Regex, (l, v) => l with { Library = v }, "Expression over the name of an import that gives the library (the match, or group 1); without a match the import is a part of the program.")
        .Optional("memoryOverhead", Measures.Size(0, MostOverhead), (l, v) => l with { MemoryOverhead = v }, "Memory of the language's own run-time on top of the program's limit.", 0)
        .Optional("processOverhead", Scalars.Count(0, 10_000), (l, v) => l with { ProcessOverhead = v }, "Threads and processes of the language's own run-time on top of the program's limit.", 0)
        .Rule(OneWayToTrace, schema => schema["not"] = new JsonObject { ["required"] = new JsonArray("trace", "tracers") })
        .Rule(TracerNamesDiffer)
        .Rule(WhatIsTracedRuns, schema => schema["dependentRequired"] = new JsonObject { ["trace"] = new JsonArray("run"), ["tracers"] = new JsonArray("run") });

    private static Shape<string> EnvironmentName => Scalars.Matching("^[A-Za-z_][A-Za-z0-9_]*$", "the name of an environment variable");

    private static LanguageDefinition Seed() => new() { Id = "", Version = "", Name = "", Directory = "", Run = [] };

    private static bool OneWayToTrace(LanguageDefinition language, MappingNode mapping, ReadContext context)
    {
        var both = mapping["trace"] is { IsNull: false } && mapping["tracers"] is { IsNull: false };
        if (both)
        {
            context.Error(DiagnosticCodes.BadValue, "Either 'trace' or 'tracers' may be given, not both.", mapping["trace"]!, "Make the command of 'trace' an entry of 'tracers'.");
        }

        return !both;
    }

    private static bool WhatIsTracedRuns(LanguageDefinition language, MappingNode mapping, ReadContext context)
    {
        var isWrong = language.Run.IsEmpty && !language.Tracers.IsEmpty;
        if (isWrong)
        {
            context.Error(DiagnosticCodes.BadValue, "A language that is traced needs 'run'.", mapping["tracers"] ?? mapping["trace"]!, "Name the command that runs a program untraced.");
        }

        return !isWrong;
    }

    private static bool TracerNamesDiffer(LanguageDefinition language, MappingNode mapping, ReadContext context)
    {
        var twice = language.Tracers.GroupBy(t => t.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            context.Error(DiagnosticCodes.DuplicateName, $"Two tracers are named '{twice}'.", mapping["tracers"]!);
        }

        return twice is null;
    }
}
