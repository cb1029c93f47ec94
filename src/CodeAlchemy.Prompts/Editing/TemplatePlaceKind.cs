namespace CodeAlchemy.Prompts.Editing;

/// <summary>What may be written at a place of a template.</summary>
public enum TemplatePlaceKind
{
    /// <summary>Nothing that has a name: text outside of code, a string, a comment, a number.</summary>
    Nothing,

    /// <summary>A variable, function or keyword.</summary>
    Name,

    /// <summary>A member of <see cref="TemplatePlace.Target"/>.</summary>
    Member,

    /// <summary>The path of a template in quotes behind <c>include</c>.</summary>
    IncludePath,
}
