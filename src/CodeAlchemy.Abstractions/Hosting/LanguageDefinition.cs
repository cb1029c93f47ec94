using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>
/// The part of a <c>plugin.yaml</c> that describes a language. Commands are argument vectors with the placeholders
/// <c>{file}</c>, <c>{name}</c>, <c>{entry}</c>, <c>{plugin}</c>, <c>{prepared}</c> (both also <c>{plugin:other}</c>), <c>{out}</c> and <c>{memory}</c>
/// (see docs/language-plugins.md); they run inside the sandbox.
/// </summary>
public sealed record LanguageDefinition
{
    /// <summary>Id of the plugin.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path of the plugin's folder.</summary>
    public required string Directory { get; init; }

    /// <summary>File name endings with the dot, lower case.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Interpreter names that identify a script by its first line.</summary>
    public ImmutableArray<string> Shebangs { get; init; } = [];

    /// <summary>Grammar, or <see langword="null"/>.</summary>
    public GrammarReference? Grammar { get; init; }

    /// <summary>Start of a line comment, or <see langword="null"/>.</summary>
    public string? LineComment { get; init; }

    /// <summary>Start and end of a block comment, or <see langword="null"/>.</summary>
    public (string Start, string End)? BlockComment { get; init; }

    /// <summary>Programs the language needs.</summary>
    public ImmutableArray<ToolRequirement> Toolchain { get; init; } = [];

    /// <summary>Commands that build the plugin's own parts into <c>{prepared}</c>; run once per plugin content and tool-chain version.</summary>
    public ImmutableArray<ImmutableArray<string>> Prepare { get; init; } = [];

    /// <summary>Query file (relative) whose captures <c>@package</c> and <c>@entry</c> give <c>{entry}</c>, or <see langword="null"/>.</summary>
    public string? Entry { get; init; }

    /// <summary>Query file (relative) that names functions, types, comments and imports (docs/language-plugins.md), or <see langword="null"/>.</summary>
    public string? Outline { get; init; }

    /// <summary>Commands that compile <c>{file}</c> into <c>{out}</c>; empty for interpreted languages. Cached by content.</summary>
    public ImmutableArray<ImmutableArray<string>> Compile { get; init; } = [];

    /// <summary>
    /// Command that starts a compiler which stays: it takes the commands of <see cref="Compile"/> and of tracers that it understands,
    /// one after the other (docs/language-plugins.md). Empty when each is started anew.
    /// </summary>
    public ImmutableArray<string> CompileServer { get; init; } = [];

    /// <summary>Command that runs the program; arguments of the case are appended. Empty when files of the language are not run.</summary>
    public required ImmutableArray<string> Run { get; init; }

    /// <summary>How the language is traced; empty when it isn't. Tried in order: the next serves where one can't.</summary>
    public ImmutableArray<TracerDefinition> Tracers { get; init; } = [];

    /// <summary>
    /// Command that counts how often each line runs, by means other than the tracers, so that traces can be checked against it;
    /// arguments of the case are appended. Empty when there is none.
    /// </summary>
    public ImmutableArray<string> Counter { get; init; } = [];

    /// <summary>Commands that compile for counting; empty when <see cref="Compile"/> serves.</summary>
    public ImmutableArray<ImmutableArray<string>> CounterCompile { get; init; } = [];

    /// <summary>Environment of the program, in the sandbox otherwise empty but for PATH, HOME, LANG and TZ.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Regular expressions over stderr that tell a missing library; group 1 is its name.</summary>
    public ImmutableArray<string> MissingLibrary { get; init; } = [];

    /// <summary>Regular expressions over stderr that tell a program wanted more input than the case gives.</summary>
    public ImmutableArray<string> WaitsForInput { get; init; } = [];

    /// <summary>
    /// Regular expression over the name of an import that gives the library: the match, or its group 1; an import that doesn't match
    /// names a part of the program itself. <see langword="null"/> when every name is a library as it stands.
    /// </summary>
    public string? Library { get; init; }

    /// <summary>Memory the language's own run-time needs on top of the program's limit, in bytes.</summary>
    public long MemoryOverhead { get; init; }

    /// <summary>Threads and processes the language's own run-time needs on top of the program's limit.</summary>
    public int ProcessOverhead { get; init; }

    /// <summary>Every command that the plugin names, whatever for.</summary>
    public IEnumerable<ImmutableArray<string>> AllCommands() =>
        Prepare.Concat(Compile).Append(CompileServer).Append(Run).Concat(Tracers.SelectMany(tracer => tracer.Compile.Append(tracer.Command)))
            .Concat(CounterCompile).Append(Counter).Where(command => !command.IsDefaultOrEmpty);
}
