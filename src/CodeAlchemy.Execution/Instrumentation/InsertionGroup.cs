namespace CodeAlchemy.Execution.Instrumentation;

/// <summary>Insertions that are kept or left out together, for example what goes before and after an expression.</summary>
internal sealed class InsertionGroup
{
    /// <summary>Whether they are left out.</summary>
    public bool Dropped { get; set; }
}
