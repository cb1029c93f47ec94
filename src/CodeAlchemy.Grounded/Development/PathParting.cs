using CodeAlchemy.Grounded.Questions;

namespace CodeAlchemy.Grounded.Development;

/// <summary>Where two executions of one program stop running the same lines, whatever their values.</summary>
/// <param name="Steps">How many lines they run alike.</param>
/// <param name="First">The last of these in the first execution; <see langword="null"/> when they differ from the start.</param>
/// <param name="Second">The same line in the second execution.</param>
/// <param name="FirstNext">The line that the first runs next; <see langword="null"/> when it runs none.</param>
/// <param name="SecondNext">The line that the second runs next; <see langword="null"/> when it runs none.</param>
public sealed record PathParting(int Steps, LineVisit? First, LineVisit? Second, LineVisit? FirstNext, LineVisit? SecondNext)
{
    /// <summary>Compares two executions by their lines; <see langword="null"/> when both run the same lines to the end. Pure.</summary>
    public static PathParting? Of(TraceReplay first, TraceReplay second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (first.Lines, second.Lines);
        var at = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => a[i].Line != b[i].Line, Math.Min(a.Length, b.Length));
        return at == a.Length && at == b.Length
            ? null
            : new PathParting(at, a.ElementAtOrDefault(at - 1), b.ElementAtOrDefault(at - 1), a.ElementAtOrDefault(at), b.ElementAtOrDefault(at));
    }
}
