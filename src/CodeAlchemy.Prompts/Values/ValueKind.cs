namespace CodeAlchemy.Prompts.Values;

/// <summary>What an argument is converted to.</summary>
internal enum ValueKind
{
    /// <summary>Nothing: it is passed as it is.</summary>
    Any,

    /// <summary>A text, or null.</summary>
    Text,

    /// <summary>A 32-bit integer; null is 0.</summary>
    Int,

    /// <summary>A 32-bit integer or null.</summary>
    OptionalInt,

    /// <summary>A truth value.</summary>
    Bool,

    /// <summary>A double; null is 0.</summary>
    Double,

    /// <summary>Anything that can be looped over, or null.</summary>
    Sequence,

    /// <summary>An array, or null.</summary>
    List,

    /// <summary>An object, or null.</summary>
    Object,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A date or null.</summary>
    OptionalDate,
}
