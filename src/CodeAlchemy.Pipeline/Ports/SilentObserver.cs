using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>An observer that does nothing.</summary>
public sealed class SilentObserver : IRunObserver
{
    private SilentObserver()
    {
    }

    /// <summary>The only instance.</summary>
    public static SilentObserver Instance { get; } = new();

    /// <inheritdoc/>
    public void Planned(string runId, long inputs, int shards, int finishedShards, long finishedInputs)
    {
    }

    /// <inheritdoc/>
    public void PhaseStarted(string phase)
    {
    }

    /// <inheritdoc/>
    public void InputDone(InputResult result)
    {
    }

    /// <inheritdoc/>
    public void ShardDone(string shard)
    {
    }
}
