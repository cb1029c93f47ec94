namespace CodeAlchemy.Grounded.Questions.Kinds;

/// <summary>In which form a question is answered.</summary>
public enum AnswerForm
{
    /// <summary>A whole number.</summary>
    Number,

    /// <summary>The number of one source line.</summary>
    Line,

    /// <summary>Numbers of source lines, separated by commas.</summary>
    Lines,

    /// <summary>A value as a literal of the language.</summary>
    Value,

    /// <summary>Several values as literals, separated by arrows.</summary>
    Values,

    /// <summary>One name of the program.</summary>
    Name,

    /// <summary>Several names of the program, separated by commas, in the order asked for.</summary>
    Names,

    /// <summary><c>name = value</c>, one per line.</summary>
    Bindings,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary><c>first</c> or <c>second</c>.</summary>
    Which,

    /// <summary>Text as the program writes it.</summary>
    Text,
}
