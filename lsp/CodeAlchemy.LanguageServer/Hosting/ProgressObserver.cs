using System.Globalization;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.LanguageServer.Hosting;

/// <summary>Tells the progress of a run, ten times a second at most.</summary>
internal sealed class ProgressObserver(WorkProgress progress) : IRunObserver
{
    private const int Period = 100;
    private string _phase = "";
    private long _inputs;
    private long _done;
    private long _told;

    public void Planned(string runId, long inputs, int shards, int finishedShards, long finishedInputs) => (_inputs, _done) = (inputs, finishedInputs);

    public void PhaseStarted(string phase)
    {
        _phase = phase;
        Tell();
    }

    public void InputDone(InputResult result)
    {
        _done++;
        if (Environment.TickCount64 - _told >= Period)
        {
            Tell();
        }
    }

    public void ShardDone(string shard) => Tell();

    private void Tell()
    {
        _told = Environment.TickCount64;
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{_phase} {_done}/{_inputs}"));
    }
}
