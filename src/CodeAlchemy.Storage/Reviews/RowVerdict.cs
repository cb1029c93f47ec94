namespace CodeAlchemy.Storage.Reviews;

/// <summary>What was decided about a row.</summary>
public enum RowVerdict
{
    /// <summary>Nothing, or nothing about the row as it is now.</summary>
    Undecided,

    /// <summary>Good as it was made.</summary>
    Accepted,

    /// <summary>Good with other messages.</summary>
    Edited,

    /// <summary>Not wanted.</summary>
    Rejected,

    /// <summary>Left for another time.</summary>
    Skipped,
}
