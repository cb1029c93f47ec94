namespace CodeAlchemy.Execution.Sandbox;

/// <summary>For machines and users without control groups: nothing is limited here, and nothing is known.</summary>
internal sealed class NoControlGroup : IControlGroup
{
    public IReadOnlyList<string> Joins => [];

    public void Begin(long memory, int processes)
    {
    }

    public TimeSpan? Processor() => null;

    public long PeakMemory() => 0;

    public bool OutOfMemory() => false;

    public bool OutOfProcesses() => false;

    public void Dispose()
    {
    }
}
