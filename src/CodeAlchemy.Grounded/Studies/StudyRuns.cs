using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>Compares runs of changed versions with recorded executions. Pure.</summary>
public static partial class StudyRuns
{
    /// <summary>Whether a run gave the output and the ending of a recorded execution.</summary>
    public static bool IsAlike(CaseStudy study, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(run);
        var end = study.Trace.End;
        return run.Status == end.Status && run.ExitCode == end.ExitCode && run.Signal == end.Signal && Digest(run) == end.StdoutSha256;
    }

    /// <summary>Whether a run wrote the same to standard error as the recorded execution, whatever its work folder and the numbers of processes were.</summary>
    public static bool SaysTheSame(CaseStudy study, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(run);
        return Said(study.Run) == Said(run);

        static string Said(RunResult of) => Volatile().Replace(Encoding.Latin1.GetString(of.Stderr.AsSpan()), "");
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the standard output.</summary>
    public static string Digest(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Convert.ToHexStringLower(SHA256.HashData(run.Stdout.AsSpan()));
    }

    /// <summary>Whether an output is text of at most a length and without the folder in which the program happened to run.</summary>
    /// <param name="output">The output; <see langword="null"/> when it isn't plain text.</param>
    /// <param name="fileName">Name of the program's file.</param>
    /// <param name="maxCharacters">Most characters.</param>
    public static bool IsShowable(string? output, string fileName, int maxCharacters) =>
        output is not null && output.Length <= maxCharacters && !output.Contains($"/{fileName}", StringComparison.Ordinal);

    [GeneratedRegex(@"/work/[a-e]\b|\b0x[0-9a-fA-F]+\b|\b\d{3,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Volatile();
}
