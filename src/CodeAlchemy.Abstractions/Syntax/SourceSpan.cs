namespace CodeAlchemy.Abstractions.Syntax;

/// <summary>A half-open range of UTF-8 bytes of a source text, with the lines it covers.</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="End">The byte after the last.</param>
/// <param name="StartLine">Line of the first byte, from 1.</param>
/// <param name="EndLine">Line of <paramref name="End"/>, from 1.</param>
public readonly record struct SourceSpan(int Start, int End, int StartLine, int EndLine)
{
    /// <summary>Number of bytes.</summary>
    public int Length => End - Start;
}
