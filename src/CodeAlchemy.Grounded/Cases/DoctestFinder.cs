using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Cases;

/// <summary>
/// Python files that hold doctests and run them themselves (<c>doctest.testmod()</c>): executing the program executes the
/// examples. A file that does not run its doctests gives no case, because a driver would make it another program.
/// </summary>
internal sealed class DoctestFinder : ICaseFinder
{
    public IEnumerable<ExecutionCase> Find(SourceFile source, IReadOnlyList<string> comments)
    {
        if (source.Language == "python"
            && source.Text.Contains("doctest.testmod(", StringComparison.Ordinal)
            && comments.Any(line => line.TrimStart().StartsWith(">>> ", StringComparison.Ordinal)))
        {
            yield return new ExecutionCase { Name = "doctest", Origin = "doctest" };
        }
    }
}
