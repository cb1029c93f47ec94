namespace CodeAlchemy.Workspace.Editing;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>Nothing that the tool knows.</summary>
    Other,

    /// <summary>A program in one of the languages.</summary>
    Source,

    /// <summary>A manifest of kind Pipeline.</summary>
    Pipeline,

    /// <summary>A <c>plugin.yaml</c>.</summary>
    Plugin,

    /// <summary>The cases of a program: <c>cases.yaml</c>, <c>*.cases.yaml</c>.</summary>
    Cases,

    /// <summary>A trace in its canonical form.</summary>
    Trace,

    /// <summary>A prompt template.</summary>
    Template,
}
