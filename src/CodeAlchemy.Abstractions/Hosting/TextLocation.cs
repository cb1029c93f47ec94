namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A place in a user's file.</summary>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Line">Line from 1; 0 when only the file is known.</param>
/// <param name="Column">Column from 1, in UTF-16 code units; 0 when only the line is known.</param>
/// <param name="Length">Code units covered; 0 when unknown.</param>
public sealed record TextLocation(string File, int Line = 0, int Column = 0, int Length = 0)
{
    /// <summary>The place as editors and terminals link it: <c>file:line:column</c>.</summary>
    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
