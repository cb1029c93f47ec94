namespace CodeAlchemy.Prompts.Rendering;

/// <summary>Whether statements go on.</summary>
internal enum Flow
{
    /// <summary>They do.</summary>
    Next,

    /// <summary>The loop ends.</summary>
    Break,

    /// <summary>The loop goes on with its next item.</summary>
    Continue,

    /// <summary>The function or template ends.</summary>
    Return,
}
