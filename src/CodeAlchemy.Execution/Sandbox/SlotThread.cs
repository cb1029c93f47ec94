namespace CodeAlchemy.Execution.Sandbox;

/// <summary>
/// A thread that lives as long as its slot: a new one for each run takes longer than all else that the host does for it, and
/// one of the pool would be held up for the whole run. Used by one run at a time.
/// </summary>
internal sealed class SlotThread : IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0);
    private Action? _next;
    private Thread? _thread;

    /// <summary>Does something on the thread.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _next = () =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        };
        if (_thread is null)
        {
            _thread = new Thread(Loop) { IsBackground = true, Name = "sandbox slot" };
            _thread.Start();
        }

        _waiting.Release();
        return done.Task;
    }

    public void Dispose()
    {
        _next = null;
        _waiting.Release();
    }

    private void Loop()
    {
        _waiting.Wait();
        while (_next is { } work)
        {
            work();
            _waiting.Wait();
        }
    }
}
