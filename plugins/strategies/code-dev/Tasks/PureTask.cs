using CodeAlchemy.Grounded.Faults;
using CodeAlchemy.Grounded.Studies;

namespace CodeAlchemy.Strategies.CodeDev.Tasks;

/// <summary>Work that needs no more runs than there already are.</summary>
internal abstract class PureTask : IDevTask
{
    public abstract string Name { get; }

    public virtual TraceTrust Needs => TraceTrust.None;

    public IAsyncEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults, CancellationToken cancellationToken) => Ask(bench, faults).ToAsyncEnumerable();

    protected abstract IEnumerable<DevQuestion> Ask(Bench bench, FaultSet faults);
}
