using System.Collections.Immutable;
using CodeAlchemy.Abstractions;
using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Grounded.Cases;

/// <summary>Ways to execute a program that its own text tells: doctests it runs, commands and example inputs in its comments.</summary>
public static class SourceCases
{
    private const int Most = 16;
    private static readonly ImmutableArray<ICaseFinder> Finders = [new DoctestFinder(), new UsageFinder(), new InputBlockFinder()];

    /// <summary>The cases, each execution once, with unique names; empty when the text tells none.</summary>
    public static ImmutableArray<ExecutionCase> Find(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var comments = CommentText.Of(source.Text);
        return
        [
            .. Finders.SelectMany(f => f.Find(source, comments)).DistinctBy(CaseKey.Of).Take(Most)
                .Select((c, index) => c with { Name = $"{c.Name}-{index + 1}" }),
        ];
    }
}
