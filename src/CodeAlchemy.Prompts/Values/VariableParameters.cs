namespace CodeAlchemy.Prompts.Values;

/// <summary>How a function takes any number of arguments.</summary>
internal enum VariableParameters
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>All of them as they are, in <c>$</c>.</summary>
    Direct,

    /// <summary>Its last parameter is an array of the rest.</summary>
    Last,
}
