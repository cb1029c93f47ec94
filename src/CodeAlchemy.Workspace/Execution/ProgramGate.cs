namespace CodeAlchemy.Workspace.Execution;

/// <summary>Lets so many programs run at the same time, however many files wait for a model. Thread-safe.</summary>
internal sealed class ProgramGate(int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);

    public async ValueTask<T> Pass<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
