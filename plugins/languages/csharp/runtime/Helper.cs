namespace CodeAlchemy.Trace;

/// <summary>
/// A thread of the recorder's own for what asks the run-time about types. Doing so takes hash codes out of the sequence of
/// the thread, and the program would see other ones than untraced.
/// </summary>
internal static class Helper
{
    private static readonly AutoResetEvent Asked = new(false);
    private static readonly AutoResetEvent Done = new(false);
    private static Func<object, object>? _work;
    private static object _argument = "";
    private static Thread? _thread;

    /// <summary>Runs a function there and waits for it; one at a time, which the recorder's lock sees to.</summary>
    public static object Run(object argument, Func<object, object> work)
    {
        if (_thread == Thread.CurrentThread)
        {
            return work(argument);
        }

        if (_thread is null)
        {
            _thread = new Thread(Serve, 1 << 20) { IsBackground = true };
            _thread.Start();
        }

        (_argument, _work) = (argument, work);
        ThreadState.Current.IsBusy = true;
        Asked.Set();
        Done.WaitOne();
        ThreadState.Current.IsBusy = false;
        return _argument;
    }

    private static void Serve()
    {
        while (Asked.WaitOne())
        {
            _argument = _work!(_argument);
            Done.Set();
        }
    }
}
