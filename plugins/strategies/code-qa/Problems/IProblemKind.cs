using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeQa.Problems;

/// <summary>A kind of self-contained problem that a model makes of a seed file and then solves.</summary>
internal interface IProblemKind
{
    /// <summary>Name in the option <c>problemKinds</c> and task of the rows.</summary>
    string Name { get; }

    /// <summary>Makes one problem with its answer, checked by running where it can be.</summary>
    /// <param name="bench">The seed file and the model.</param>
    /// <param name="index">Index of the problem among those of its kind.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<Outcome> Make(ProblemBench bench, int index, CancellationToken cancellationToken);
}
