using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Hosting;
using CodeAlchemy.Pipeline.Planning;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Storage.Rows;

namespace CodeAlchemy.Pipeline.Running;

/// <summary>
/// Runs one strategy over one source. What a plugin throws becomes a reject; a <see cref="ProblemException"/> is about the machine,
/// not the file, and ends the run.
/// </summary>
internal sealed class StrategyStage(RunRequest request, string runId, DateTimeOffset now, IOutcomeMemo memo)
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly ImmutableArray<RowOrigin> _origins = [.. request.Strategies.Select(s =>
        new RowOrigin(runId, s.Id, s.Version, CanonicalJson.Of(s.Options), request.Manifest.Run.Seed)
        {
            Models = ModelFingerprint.Parameters(request.Manifest.Models),
        })];

    /// <summary>Runs the strategy at a position of the manifest.</summary>
    public async ValueTask<StrategyOutput> Run(SourceFile source, int index, string stage, CancellationToken cancellationToken)
    {
        var strategy = request.Strategies[index];
        var output = new StrategyOutput();
        var workbench = request.Workbenches.Create(new WorkbenchRequest(
            source, strategy, now, request.Manifest.Run.Seed, memo, (level, text) => AddLog(output, source, stage, level, text)));
        try
        {
            await Collect(source, strategy, workbench, new Collector(this, source, _origins[index], stage, output), cancellationToken);
        }
        finally
        {
            await Dispose(workbench);
        }

        return output;
    }

    private static async ValueTask Collect(
        SourceFile source, StrategyInstance strategy, IWorkbench workbench, Collector collector, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var outcome in strategy.Strategy.Transform(source, workbench, cancellationToken).WithCancellation(cancellationToken))
            {
                collector.Add(outcome);
            }

            collector.Complete();
        }
        catch (Exception fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FindProblem(fault) is { } problem)
            {
                ExceptionDispatchInfo.Throw(problem);
            }

            collector.Fail(fault);
        }
    }

    private static ProblemException? FindProblem(Exception fault) => fault switch
    {
        ProblemException problem => problem,
        AggregateException many => many.Flatten().InnerExceptions.OfType<ProblemException>().FirstOrDefault(),
        _ => null,
    };

    private static async ValueTask Dispose(IWorkbench workbench)
    {
        if (workbench is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else if (workbench is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }

    private static void AddLog(StrategyOutput output, SourceFile source, string stage, LogLevel level, string text)
    {
        var note = new Note(source.Ordinal, stage, null, null, level.ToString().ToLowerInvariant(), text);
        lock (output.Notes)
        {
            output.Notes.Add(note);
        }
    }

    /// <summary>Takes the outcomes of one strategy and one source.</summary>
    private sealed class Collector(StrategyStage owner, SourceFile source, RowOrigin origin, string stage, StrategyOutput output)
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
        private readonly ArrayBufferWriter<byte> _line = new();

        public void Add(Outcome outcome)
        {
            switch (outcome)
            {
                case Sample sample:
                    AddSample(sample);
                    break;
                case Reject reject:
                    AddReject(reject);
                    break;
                default:
                    throw new InvalidOperationException("The strategy returned null instead of an outcome.");
            }
        }

        /// <summary>A strategy that says nothing at all about a source still has to be accounted for.</summary>
        public void Complete()
        {
            if (output.RowCount == 0 && output.Rejects.Count == 0)
            {
                Refuse("*", null, RejectReasons.NothingToAsk, "The strategy made nothing of the file.", null, stable: false);
            }
        }

        public void Fail(Exception fault)
        {
            var (reason, detail) = fault is RejectException reject
                ? (reject.Reason, reject.Message)
                : (RejectReasons.PluginFailure, $"{fault.GetType().FullName}: {fault.Message}");
            Refuse("*", null, reason, detail, fault.ToString(), stable: false);
        }

        private void AddSample(Sample sample)
        {
            if (sample.Messages.IsDefaultOrEmpty)
            {
                Refuse(sample.Task, sample.Case, RejectReasons.PluginFailure, "The strategy made a row without messages.", null, stable: false);
                return;
            }

            var id = RowIdentity.Of(source, origin, sample);
            if (!_ids.Add(id))
            {
                Refuse(
                    sample.Task, sample.Case, RejectReasons.PluginFailure, $"The strategy made two rows with the index {sample.Index}.", null, stable: false);
                return;
            }

            var counter = owner.Tokens;
            var tokens = sample.Messages.Sum(m => (long)counter.Count(m.Content) + (m.Reasoning is null ? 0 : counter.Count(m.Reasoning)));
            // Into a buffer of its own: a sample that can't be written must not leave half a line behind.
            _line.ResetWrittenCount();
            SampleJson.Write(_line, id, source, origin, sample, counter.Name, tokens);
            output.Rows.Write(_line.WrittenSpan);
            output.Rows.Write(LineEnd);
            output.Saw(sample, tokens);
        }

        private void AddReject(Reject reject) =>
            Refuse(reject.Task, reject.Case, reject.Reason, reject.Detail, reject.Evidence, reject.EvidenceIsStable);

        private void Refuse(string task, string? @case, string reason, string detail, string? evidence, bool stable)
        {
            var id = RowIdentity.OfReject(source.Path, source.Ordinal, stage, output.Rejects.Count, reason);
            output.Rejects.Add(new RejectRecord(
                id, source.Path, source.Language, stage, origin.Strategy, task, @case, reason, detail, stable ? evidence : null));
            if (evidence is not null && !stable)
            {
                lock (output.Notes)
                {
                    output.Notes.Add(new Note(source.Ordinal, stage, task, @case, "evidence", evidence));
                }
            }
        }
    }

    private ITokenCounter Tokens => request.Tokens;
}
