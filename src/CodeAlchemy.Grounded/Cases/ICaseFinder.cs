using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Cases;

/// <summary>
/// Finds ways to execute a whole program in its own text. Only what arguments and standard input can express is a case; an
/// example call of one function is not, because it would need another program.
/// </summary>
internal interface ICaseFinder
{
    /// <summary>The cases, in the order of the text. Names need not be unique.</summary>
    IEnumerable<ExecutionCase> Find(SourceFile source, IReadOnlyList<string> comments);
}
