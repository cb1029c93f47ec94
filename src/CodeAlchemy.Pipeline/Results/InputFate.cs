namespace CodeAlchemy.Pipeline.Results;

/// <summary>How an input ended. Every input ends in exactly one of these.</summary>
public enum InputFate
{
    /// <summary>At least one row came of it.</summary>
    Kept,

    /// <summary>A filter took it out.</summary>
    Filtered,

    /// <summary>Another input with the same content came first.</summary>
    Duplicate,

    /// <summary>It should have given a row and gave none.</summary>
    Failed,
}
