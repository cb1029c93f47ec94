namespace CodeAlchemy.Pipeline.Results;

/// <summary>What a start of a run did.</summary>
public enum RunState
{
    /// <summary>The run was done, or resumed and finished.</summary>
    Finished,

    /// <summary>It was finished already; nothing was touched.</summary>
    NothingToDo,
}
