namespace CodeAlchemy.Storage.Reviews;

/// <summary>What a line of a review journal says.</summary>
public enum ReviewDecision
{
    /// <summary>The row is good as it was made.</summary>
    Accept,

    /// <summary>The row is good with other messages.</summary>
    Edit,

    /// <summary>The row is not wanted; the reason says why.</summary>
    Reject,

    /// <summary>The row was seen and left for another time.</summary>
    Skip,

    /// <summary>The row is marked for another look; its verdict stays.</summary>
    Flag,

    /// <summary>The mark is taken away.</summary>
    Unflag,

    /// <summary>Takes back the last decision that holds.</summary>
    Undo,

    /// <summary>Lets the decision hold again that was taken back last.</summary>
    Redo,
}
