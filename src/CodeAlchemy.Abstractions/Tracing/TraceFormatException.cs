namespace CodeAlchemy.Abstractions.Tracing;

/// <summary>A line that does not fit the format. Never leaves <see cref="TraceJson"/>.</summary>
internal sealed class TraceFormatException(string message, string remedy) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
