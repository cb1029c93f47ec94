using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Grounded.Studies;

/// <summary>The limit that every strategy puts on the files it shows. Pure.</summary>
public static class SourceLimit
{
    /// <summary>The reject of a file that is longer than the option <c>maxSourceCharacters</c> allows; <see langword="null"/> for the others.</summary>
    public static Reject? Refuse(SourceFile source, int maxSourceCharacters)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Text.Length <= maxSourceCharacters ? null : new Reject
        {
            Task = "*",
            Reason = RejectReasons.SourceTooLong,
            Detail = $"The file has {source.Text.Length} characters; maxSourceCharacters is {maxSourceCharacters}.",
        };
    }
}
