namespace CodeAlchemy.Testing;

/// <summary>A check of the kit does not hold; the message says what differs and where. Every test framework takes it for a failed test.</summary>
public sealed class CheckFailedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CheckFailedException(string message)
        : base(message)
    {
    }
}
