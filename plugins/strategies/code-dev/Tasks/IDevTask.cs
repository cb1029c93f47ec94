using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>One kind of work. Stateless.</summary>
internal interface IDevTask
{
    /// <summary>Name of the task and of its template.</summary>
    string Name { get; }

    /// <summary>What it tells of the traces beside what the runs print.</summary>
    TraceTrust Needs => TraceTrust.None;

    /// <summary>The work that a file gives, in a stable order; none where the task doesn't apply.</summary>
    IAsyncEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults, CancellationToken cancellationToken);
}
