using CodeAlchemy.Abstractions;
using CodeAlchemy.Pipeline.Ports;
using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Tests.Kit;

internal sealed class Watcher(Action input, Action<string>? phase = null) : IRunObserver
{
    public void Planned(string runId, long inputs, int shards, int finishedShards, long finishedInputs)
    {
    }

    public void PhaseStarted(string name) => phase?.Invoke(name);

    public void InputDone(InputResult result) => input();

    public void ShardDone(string shard)
    {
    }
}

internal sealed class Signalling(IWorkbenchFactory inner, TaskCompletionSource started) : IWorkbenchFactory
{
    public IWorkbench Create(WorkbenchRequest request)
    {
        started.TrySetResult();
        return inner.Create(request);
    }
}
