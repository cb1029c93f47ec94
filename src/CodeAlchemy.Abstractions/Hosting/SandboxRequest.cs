using System.Collections.Immutable;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>One thing to run in the sandbox. Immutable.</summary>
public sealed record SandboxRequest
{
    /// <summary>Program (absolute path inside, or a name on the sandbox's PATH) and arguments.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Working directory inside, created empty and private, for example <c>/work/a</c>.</summary>
    public string WorkDirectory { get; init; } = "/work";

    /// <summary>Files put into the working directory: relative path → content.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<byte>> Files { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty;

    /// <summary>Host folders and files shown inside.</summary>
    public ImmutableArray<SandboxBind> Binds { get; init; } = [];

    /// <summary>Environment, on top of the sandbox's own PATH, HOME, LANG, TZ.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Standard input.</summary>
    public ImmutableArray<byte> Stdin { get; init; } = [];

    /// <summary>Limits.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>Isolation asked for.</summary>
    public IsolationLevel Isolation { get; init; } = IsolationLevel.Strict;

    /// <summary>
    /// Host file that receives the trace records, or <see langword="null"/>. The program sees its descriptor's number in
    /// <c>CODEALCHEMY_TRACE_FD</c>. The file may end in zero bytes when the tracer mapped it.
    /// </summary>
    public string? TraceFile { get; init; }

    /// <summary>Host folder, shown inside as <c>/out</c> and writable, that keeps what the command writes there; or <see langword="null"/>.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Whether <c>/out</c> is there and writable although nothing keeps what the command writes there.</summary>
    public bool HasScratchOutput { get; init; }

    /// <summary>Files of the working directory to bring to the host afterwards, or <see langword="null"/>.</summary>
    public SandboxCollection? Collect { get; init; }

    /// <summary>Host name inside.</summary>
    public string HostName { get; init; } = "sandbox";

    /// <summary>Processors the program may use; 0 for all.</summary>
    public int Processors { get; init; }

    /// <summary>Whether addresses are randomised.</summary>
    public bool RandomizeAddresses { get; init; } = true;

    /// <summary>By how much the program's wall clock is shifted, where it can be.</summary>
    public TimeSpan ClockShift { get; init; }
}
