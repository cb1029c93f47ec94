using System.Text;
using System.Text.RegularExpressions;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;

namespace CodeAlchemy.Execution.Programs;

/// <summary>What a plugin's patterns and the limits say about a run.</summary>
internal static class RunJudge
{
    /// <summary>Share of the processor or wall-clock limit from which on a repetition might decide otherwise.</summary>
    public const double NearLimitShare = 0.8;

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    /// <summary>Tells a missing library from the program's own failure.</summary>
    public static RunResult Classify(LanguageDefinition language, RunResult result) =>
        result.Status == ExecutionStatus.Error && MissingLibrary(language, Tail(result)) is { } library
            ? result with { Status = ExecutionStatus.MissingLibrary, Detail = $"The program needs the library '{library}'." }
            : result;

    /// <summary>The library some text says is missing, or <see langword="null"/>.</summary>
    public static string? MissingLibrary(LanguageDefinition language, string text) => FirstMatch(language.MissingLibrary, text);

    /// <summary>Whether the program wanted more input than the case gives.</summary>
    public static bool WaitsForInput(LanguageDefinition language, RunResult result) =>
        result.Status is ExecutionStatus.Error or ExecutionStatus.Signal && FirstMatch(language.WaitsForInput, Tail(result)) is not null;

    /// <summary>Reason and detail when a run has no place in a data set; <see langword="null"/> when it may be kept.</summary>
    public static (string Reason, string Detail)? Refuse(LanguageDefinition language, RunResult result, SandboxLimits limits)
    {
        if (result.Status is not (ExecutionStatus.Ok or ExecutionStatus.Error or ExecutionStatus.Signal))
        {
            return (result.Status.ToId(), result.Detail ?? $"The run ended with the status {result.Status.ToId()}.");
        }

        if (WaitsForInput(language, result))
        {
            return (RejectReasons.WaitsForInput, "The program reads more input than the case gives.");
        }

        if (IsNearProcessor(result, limits))
        {
            return (RejectReasons.NearLimit, "The run came close to the limit of processor time.");
        }

        return IsNearWall(result, limits)
            ? (RejectReasons.NearLimit, "The run came close to the limit of wall-clock time.")
            : null;
    }

    /// <summary>Whether a repetition might meet a limit of time.</summary>
    public static bool IsNearLimit(RunResult result, SandboxLimits limits) => IsNearProcessor(result, limits) || IsNearWall(result, limits);

    /// <summary>End of the error output, for evidence.</summary>
    public static string Tail(RunResult result, int most = 64 << 10)
    {
        var bytes = result.Stderr.AsSpan();
        return Encoding.UTF8.GetString(bytes.Length <= most ? bytes : bytes[^most..]);
    }

    private static bool IsNearProcessor(RunResult result, SandboxLimits limits) => result.Processor >= limits.Processor * NearLimitShare;

    private static bool IsNearWall(RunResult result, SandboxLimits limits) => result.Elapsed >= limits.Wall * NearLimitShare;

    private static string? FirstMatch(IEnumerable<string> patterns, string text)
    {
        foreach (var pattern in patterns)
        {
            try
            {
                var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, PatternTime);
                if (match.Success)
                {
                    return match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                // A text that defeats the pattern does not match it.
            }
        }

        return null;
    }
}
