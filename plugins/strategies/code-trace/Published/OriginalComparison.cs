using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>
/// Compares a script's run over the program with trace points with its run over the original: all that may be added are trace
/// lines on standard error, and those must come from the program. Pure.
/// </summary>
internal static class OriginalComparison
{
    /// <summary>The first difference, or <see langword="null"/>.</summary>
    public static Fault? Difference(ScriptResult traced, ScriptResult plain)
    {
        if (plain.Files.Values.SelectMany(content => TraceFileSet.Lines(Text(content.AsSpan()))).Any(PublishedForm.IsTrace))
        {
            return new Fault("code-trace.not-from-program", "The original program leaves trace lines too, so the script writes them itself.");
        }

        if (plain.Run.Status != traced.Run.Status || plain.Run.ExitCode != traced.Run.ExitCode
            || !plain.Run.Stdout.AsSpan().SequenceEqual(traced.Run.Stdout.AsSpan()))
        {
            return new Fault(
                RejectReasons.BehaviourChanged,
                "Under the script the program with trace points behaves differently from the original.",
                $"original, {Ending(plain)}:\n{Text(plain.Run.Stdout.AsSpan())}\nwith trace points, {Ending(traced)}:\n{Text(traced.Run.Stdout.AsSpan())}");
        }

        foreach (var (name, content) in traced.Files)
        {
            var left = TraceFileSet.Lines(Text(content.AsSpan())).Where(line => !PublishedForm.IsTrace(line));
            var expected = plain.Files.TryGetValue(name, out var bytes) ? TraceFileSet.Lines(Text(bytes.AsSpan())) : [];
            if (!left.SequenceEqual(expected))
            {
                return new Fault(
                    "code-trace.malformed-line",
                    $"{name} holds lines that are no trace lines and that the original program does not write, or lacks some that it writes.",
                    string.Join('\n', left.Take(5)));
            }
        }

        return null;
    }

    private static string Ending(ScriptResult result) => $"exit status {result.Run.ExitCode}";

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
