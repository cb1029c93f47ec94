using System.Collections.Immutable;
using System.Text;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Strategies.CodeTrace.Published;

/// <summary>Runs a script over a program and over the original, and compares. Pure but for the workbench.</summary>
internal sealed class ScriptTrial(SourceFile original, PublishedReply reply, CodeTraceOptions options, IWorkbench workbench)
{
    private const int Runs = 3;

    // More than the characters that are allowed, so that what is too long is said to be, but no more than that.
    private readonly ScriptRequest _request = new()
    {
        Language = original.Language,
        Script = reply.Script,
        Name = PublishedForm.ScriptName,
        Collect = [PublishedForm.TracePattern],
        MostFiles = 16,
        MostBytes = 4L * options.MaxTraceCharacters,
    };

    /// <summary>What is wrong with the script's syntax, or <see langword="null"/>.</summary>
    public async ValueTask<Fault?> Lint(CancellationToken cancellationToken)
    {
        var result = await workbench.RunScript(_request with { CheckOnly = true, Collect = [] }, cancellationToken).ConfigureAwait(false);
        return result.Run.Status == ExecutionStatus.Ok
            ? null
            : new Fault("code-trace.script-syntax", "Bash does not accept the syntax of the script.", Text(result.Run.Stderr));
    }

    /// <summary>The trace files that three runs agree on, or what is wrong.</summary>
    public async ValueTask<(ImmutableSortedDictionary<string, ImmutableArray<byte>>? Files, Fault? Fault)> Run(CancellationToken cancellationToken)
    {
        var first = await Once(reply.Program, 0, cancellationToken).ConfigureAwait(false);
        if ((Ended(first) ?? TraceFileSet.Check(first.Files, options)) is { } fault)
        {
            return (null, fault);
        }

        var plain = await Once(original.Text, 0, cancellationToken).ConfigureAwait(false);
        if (OriginalComparison.Difference(first, plain) is { } difference)
        {
            return (null, difference);
        }

        for (var repetition = 1; repetition < Runs; repetition++)
        {
            var again = await Once(reply.Program, repetition, cancellationToken).ConfigureAwait(false);
            if (Differs(first, again) is { } differs)
            {
                return (null, differs);
            }
        }

        return (first.Files, null);
    }

    private ValueTask<ScriptResult> Once(string program, int repetition, CancellationToken cancellationToken) => workbench.RunScript(
        _request with { Files = _request.Files.Add(original.FileName, [.. Encoding.UTF8.GetBytes(program)]), Repetition = repetition },
        cancellationToken);

    private static Fault? Ended(ScriptResult result)
    {
        if (result.Run.Status != ExecutionStatus.Ok)
        {
            var ending = result.Run.ExitCode is { } code ? $"{result.Run.Status.ToId()} and exit status {code}" : result.Run.Status.ToId();
            return new Fault(RejectReasons.DoesNotRun, $"The script ends with {ending} instead of exit status 0.", result.Run.Detail ?? Text(result.Run.Stderr));
        }

        if (result.IsNearLimit)
        {
            return new Fault(RejectReasons.NearLimit, "The script comes close to the limit of time.");
        }

        return result.FilesLeftOut > 0
            ? new Fault("code-trace.trace-files", "The script leaves trace files that are no regular files, too many or too large.")
            : null;
    }

    private static Fault? Differs(ScriptResult first, ScriptResult again)
    {
        const string Detail = "The script gives something else when host name, folder, processors and clock are others.";
        if (Ended(again) is { } ended)
        {
            return ended.Reason == RejectReasons.NearLimit ? ended : new Fault(RejectReasons.Nondeterministic, Detail, ended.Detail);
        }

        if (ScriptResult.DigestOf(first.Files) == ScriptResult.DigestOf(again.Files))
        {
            return null;
        }

        var name = first.Files.Keys.Union(again.Files.Keys).First(file => Read(first, file) != Read(again, file));
        var (one, other) = (TraceFileSet.Lines(Read(first, name)), TraceFileSet.Lines(Read(again, name)));
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return new Fault(RejectReasons.Nondeterministic, Detail, $"{name} differs from line {at + 1} on:\n{one.ElementAtOrDefault(at)}\n{other.ElementAtOrDefault(at)}");
    }

    private static string Read(ScriptResult result, string name) => result.Files.TryGetValue(name, out var bytes) ? Text(bytes) : "";

    private static string Text(ImmutableArray<byte> bytes) => Encoding.UTF8.GetString(bytes.AsSpan());
}
