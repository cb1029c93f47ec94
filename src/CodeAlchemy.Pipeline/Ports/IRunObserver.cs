using CodeAlchemy.Pipeline.Results;

namespace CodeAlchemy.Pipeline.Ports;

/// <summary>Watches a run. Called from one thread at a time, in order; it must be quick and must not throw.</summary>
public interface IRunObserver
{
    /// <summary>The run was planned or an existing plan was taken up.</summary>
    /// <param name="runId">Id of the run.</param>
    /// <param name="inputs">Inputs in the plan.</param>
    /// <param name="shards">Shards in the plan.</param>
    /// <param name="finishedShards">Shards already finished by an earlier start.</param>
    /// <param name="finishedInputs">Inputs in those shards.</param>
    void Planned(string runId, long inputs, int shards, int finishedShards, long finishedInputs);

    /// <summary>A phase began: <c>list</c>, <c>survey</c> (filters before the barrier), <c>resolve</c>, <c>rows</c> or <c>publish</c>.</summary>
    void PhaseStarted(string phase);

    /// <summary>An input is through, in corpus order within its shard.</summary>
    void InputDone(InputResult result);

    /// <summary>A shard was published.</summary>
    void ShardDone(string shard);
}
