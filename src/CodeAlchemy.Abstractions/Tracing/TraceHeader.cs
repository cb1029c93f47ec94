using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>First line of a trace: what was run and how.</summary>
public sealed record TraceHeader
{
    /// <summary>The schema this version of the tool writes.</summary>
    public const string CurrentSchema = "codealchemy.trace/1";

    /// <summary>Id of the language plugin.</summary>
    public required string Language { get; init; }

    /// <summary>Version of the tool chain that ran the program, for example <c>3.11.7</c>; empty when it can't be told.</summary>
    public required string LanguageVersion { get; init; }

    /// <summary>The tracer: plugin version, and the mechanism when it is not the plugin's first, for example <c>1.0.0+gdb</c>.</summary>
    public required string Tracer { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of the source text.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>Arguments of the program.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Lower-case hexadecimal SHA-256 of the standard input.</summary>
    public required string StdinSha256 { get; init; }

    /// <summary>What was pinned or varied around the program (host name, time zone, hash seed …). Not covered by the digest.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Limits of the trace.</summary>
    public required TraceLimits Limits { get; init; }

    /// <summary>Isolation the program ran under.</summary>
    public required IsolationLevel Isolation { get; init; }
}
