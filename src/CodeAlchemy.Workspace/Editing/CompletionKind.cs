namespace CodeAlchemy.Workspace.Editing;

/// <summary>What a completion is, for its icon.</summary>
public enum CompletionKind
{
    /// <summary>A key of a document.</summary>
    Key,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A variable of a template.</summary>
    Variable,

    /// <summary>A function of a template.</summary>
    Function,

    /// <summary>A group of functions.</summary>
    Group,

    /// <summary>A word of the template language.</summary>
    Keyword,
}
