using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Abstractions.Tracing;

namespace CodeAlchemy.Workspace.Conformance;

/// <summary>What the samples and the corpus have in common: making a source, comparing runs, and tallying lines.</summary>
internal sealed class ProgramComparison(Installation installation, LanguageDefinition language, ExecutionOptions options)
{
    // Seeds often are the time in seconds.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1.1);

    public ExecutionOptions Options => options;

    public LanguageDefinition Language => language;

    public static SourceFile Source(LanguageDefinition language, string file, string path)
    {
        var text = File.ReadAllText(file);
        return new SourceFile
        {
            Ordinal = 0,
            Path = path.Replace('\\', '/'),
            Language = language.Id,
            Text = text,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
    }

    public ValueTask<RunResult> Run(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) =>
        installation.Programs.Executor.Run(language, source, @case, options, cancellationToken);

    public ValueTask<RunResult> RunElsewhere(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) =>
        installation.Programs.Executor.RunElsewhere(language, source, @case, options, cancellationToken);

    public ValueTask<TracedRun> Trace(SourceFile source, ExecutionCase @case, CancellationToken cancellationToken) =>
        installation.Programs.Executor.TraceOnce(language, source, @case, options, cancellationToken);

    /// <summary>The first difference between two runs; <see langword="null"/> when they agree on status, exit, signal and stdout.</summary>
    public static (string Cause, string Detail)? Difference(RunResult expected, RunResult actual)
    {
        if (expected.Status != actual.Status)
        {
            return ($"status {actual.Status.ToId()}", $"{expected.Status.ToId()} became {actual.Status.ToId()}; {actual.Detail}{Tail(actual.Stderr)}");
        }

        if (expected.ExitCode != actual.ExitCode || expected.Signal != actual.Signal)
        {
            return ("exit status", $"{expected.ExitCode}/{expected.Signal} became {actual.ExitCode}/{actual.Signal}{Tail(actual.Stderr)}");
        }

        if (expected.Stdout.AsSpan().SequenceEqual(actual.Stdout.AsSpan()))
        {
            return null;
        }

        var at = expected.Stdout.AsSpan().CommonPrefixLength(actual.Stdout.AsSpan());
        return ("stdout", string.Create(CultureInfo.InvariantCulture, $"differs at byte {at}: {Around(expected.Stdout, at)} became {Around(actual.Stdout, at)}"));
    }

    /// <summary>Compares the lines of a trace with the language's counter, where it has one and the trace is whole.</summary>
    public async Task CompareLines(SourceFile source, ExecutionCase @case, Trace trace, LineTally tally, CancellationToken cancellationToken)
    {
        if (language.Counter.IsEmpty || trace.Events.Any(e => e.Kind == TraceEventKind.Truncated))
        {
            return;
        }

        var executor = installation.Programs.Executor;
        var counts = await executor.Count(language, source, @case, options, cancellationToken);
        if (counts.Lines.IsEmpty)
        {
            tally.NoteMissing(source.Path, $"the counter gave nothing: {counts.Result.Status.ToId()} {counts.Result.Detail}{Tail(counts.Result.Stderr)}");
            return;
        }

        // Random numbers that are never printed: no two runs have the same counts, and a trace can't have those of the counter.
        await Task.Delay(Apart, cancellationToken);
        var again = await executor.CountElsewhere(language, source, @case, options, cancellationToken);
        if (!counts.Lines.SequenceEqual(again.Lines))
        {
            tally.NoteMissing(source.Path, "two runs of the counter differ");
            return;
        }

        using var tree = installation.Syntax.Parse(source.Language, source.Text);
        var (traced, counted) = LinesByStatement.Fold(trace, counts, StatementLines.Of(tree));
        tally.Add(source.Path, traced, counted, tree is null ? ImmutableHashSet<int>.Empty : SingleStatements.Lines(tree));
    }

    private static string Tail(ImmutableArray<byte> stderr)
    {
        var last = Encoding.UTF8.GetString(stderr.AsSpan()).TrimEnd().Split('\n')[^1];
        return last.Length == 0 ? string.Empty : $"; stderr ends: {last}";
    }

    private static string Around(ImmutableArray<byte> bytes, int at)
    {
        var start = Math.Max(0, at - 10);
        return "…" + System.Text.Json.JsonEncodedText.Encode(Encoding.UTF8.GetString(bytes.AsSpan()[start..Math.Min(bytes.Length, at + 30)])).ToString() + "…";
    }
}
