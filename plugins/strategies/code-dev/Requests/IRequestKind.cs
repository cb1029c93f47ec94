using CodeAlchemy.Abstractions;

namespace CodeAlchemy.Strategies.CodeDev.Requests;

/// <summary>A kind of work that a developer asks for over a file, in the words of a model; the answer is checked as far as runs can tell.</summary>
internal interface IRequestKind
{
    /// <summary>Name in the option <c>requests</c> and task of the rows.</summary>
    string Name { get; }

    /// <summary>Makes the row of a file, or the reject; nothing when the kind has no work in it.</summary>
    ValueTask<Outcome?> Make(RequestBench bench, CancellationToken cancellationToken);
}
