using System.Globalization;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Cli.Output;

/// <summary>Progress of a run on stderr: one line that is rewritten on a terminal, plain lines elsewhere, nothing when quiet.</summary>
internal abstract class RunProgress : IRunObserver, IDisposable
{
    private long _inputs;
    private long _done;
    private long _kept;
    private long _failed;
    private long _rows;
    private string _phase = string.Empty;

    public static RunProgress Create(Terminal terminal) =>
        terminal.Quiet ? new Silent() : terminal.Interactive ? new Rewriting() : new Lines();

    public void Planned(string runId, long inputs, int shards, int finishedShards, long finishedInputs)
    {
        _inputs = inputs;
        _done = finishedInputs;
        var taken = finishedShards > 0 ? string.Create(CultureInfo.InvariantCulture, $", {finishedShards} finished before") : string.Empty;
        Say(string.Create(CultureInfo.InvariantCulture, $"run {runId[..Math.Min(12, runId.Length)]}: {inputs} inputs in {shards} shards{taken}"));
    }

    public void PhaseStarted(string phase)
    {
        _phase = phase;
        Show(Line(), important: true);
    }

    public void InputDone(InputResult result)
    {
        _done++;
        _rows += result.Rows;
        _kept += result.Fate == InputFate.Kept ? 1 : 0;
        if (result.Fate == InputFate.Failed)
        {
            _failed++;
            Say($"failed: {result.Path} ({result.Stage}: {result.Reason})");
        }

        Show(Line(), important: _done == _inputs);
    }

    public void ShardDone(string shard) => Show(Line(), important: false);

    public abstract void Dispose();

    /// <summary>Says something that stays.</summary>
    protected abstract void Say(string text);

    /// <summary>Shows the state; may be dropped unless important.</summary>
    protected abstract void Show(string line, bool important);

    private string Line() => string.Create(
        CultureInfo.InvariantCulture, $"{_phase}: {_done}/{_inputs} inputs, {_kept} kept, {_failed} failed, {_rows} rows");

    private sealed class Silent : RunProgress
    {
        public override void Dispose()
        {
        }

        protected override void Say(string text)
        {
        }

        protected override void Show(string line, bool important)
        {
        }
    }

    // A log file gets a line every ten seconds and at every change of phase.
    private sealed class Lines : RunProgress
    {
        private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
        private long _last = TimeProvider.System.GetTimestamp();

        public override void Dispose()
        {
        }

        protected override void Say(string text) => Console.Error.WriteLine(text);

        protected override void Show(string line, bool important)
        {
            if (important || TimeProvider.System.GetElapsedTime(_last) >= Interval)
            {
                _last = TimeProvider.System.GetTimestamp();
                Console.Error.WriteLine(line);
            }
        }
    }

    private sealed class Rewriting : RunProgress
    {
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(80);
        private long _last;
        private bool _shown;

        public override void Dispose() => Clear();

        protected override void Say(string text)
        {
            Clear();
            Console.Error.WriteLine(text);
        }

        protected override void Show(string line, bool important)
        {
            if (!important && TimeProvider.System.GetElapsedTime(_last) < Interval)
            {
                return;
            }

            _last = TimeProvider.System.GetTimestamp();
            var width = Math.Max(20, Console.WindowWidth - 1);
            Console.Error.Write("\r\u001b[2K" + (line.Length > width ? line[..width] : line));
            _shown = true;
        }

        private void Clear()
        {
            if (_shown)
            {
                Console.Error.Write("\r\u001b[2K");
                _shown = false;
            }
        }
    }
}
