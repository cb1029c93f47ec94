using System.Collections.Immutable;

namespace CodeAlchemy.Abstractions.Execution;

/// <summary>A bash script over files, to be run in the sandbox with the tool chain of a language. Immutable.</summary>
public sealed record ScriptRequest
{
    /// <summary>Id of the language plugin whose tool chain, environment and limits hold.</summary>
    public required string Language { get; init; }

    /// <summary>Text of the script.</summary>
    public required string Script { get; init; }

    /// <summary>File name of the script in the working directory; starts with a letter or a digit.</summary>
    public string Name { get; init; } = "script.sh";

    /// <summary>Files put into the working directory before the start, path → content. Paths are relative and stay inside.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<byte>> Files { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<byte>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>
    /// Names of files to bring back from the working directory itself, with the wildcards <c>*</c>, <c>?</c> and <c>[…]</c> of a
    /// shell, for example <c>trace*.txt</c>. Only regular files count.
    /// </summary>
    public ImmutableArray<string> Collect { get; init; } = [];

    /// <summary>Most files that are brought back.</summary>
    public int MostFiles { get; init; } = 64;

    /// <summary>Most bytes of all files together that are brought back.</summary>
    public long MostBytes { get; init; } = 1L << 20;

    /// <summary>Only reads the script (<c>bash -n</c>): exit status 0 means that its syntax is sound.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>
    /// Number of the repetition, from 0 to 4. Each has another host name, working directory, number of processors and wall clock,
    /// so that a script that depends on them gives something else.
    /// </summary>
    public int Repetition { get; init; }
}
