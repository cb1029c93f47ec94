namespace CodeAlchemy.Trace;

/// <summary>A thread of the program as the recorder knows it.</summary>
internal sealed class ThreadState
{
    [ThreadStatic]
    private static ThreadState? _current;

    public readonly Thread Thread = Thread.CurrentThread;
    public readonly int Id = Thread.CurrentThread.ManagedThreadId;

    /// <summary>Zero while no frame of the program runs in it.</summary>
    public int Number;
    public Frame? Top;

    /// <summary>Whether it stands in a probe and waits for its turn.</summary>
    public volatile bool IsWaiting;
    public bool IsSilent;

    /// <summary>Whether it waits for the recorder's own thread.</summary>
    public volatile bool IsBusy;

    public static ThreadState Current => _current ??= Turns.Add(new ThreadState());

    /// <summary>The state of this thread, if it ever ran a frame.</summary>
    public static ThreadState? Known => _current;

    /// <summary>Whether it stands still outside of probes: it sleeps, waits for something, or has ended.</summary>
    public bool IsBlocked => !IsBusy && (Thread.ThreadState & (System.Threading.ThreadState.WaitSleepJoin | System.Threading.ThreadState.Stopped)) != 0;
}
