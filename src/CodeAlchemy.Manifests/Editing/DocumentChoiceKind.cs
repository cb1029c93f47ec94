namespace CodeAlchemy.Manifests.Editing;

/// <summary>What a choice puts into a document.</summary>
public enum DocumentChoiceKind
{
    /// <summary>A key.</summary>
    Key,

    /// <summary>A value.</summary>
    Value,
}
