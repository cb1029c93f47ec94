namespace CodeAlchemy.Execution.Sandbox;

/// <summary>The control groups of one slot. Used by one run at a time.</summary>
internal interface IControlGroup : IDisposable
{
    /// <summary>The files a process writes itself into.</summary>
    IReadOnlyList<string> Joins { get; }

    /// <summary>Sets the limits of the next run and notes where the counters stand.</summary>
    /// <param name="memory">Bytes.</param>
    /// <param name="processes">Processes and threads.</param>
    void Begin(long memory, int processes);

    /// <summary>Processor time since <see cref="Begin"/>; <see langword="null"/> when it can't be told.</summary>
    TimeSpan? Processor();

    /// <summary>Peak memory since <see cref="Begin"/> in bytes; 0 when it can't be told.</summary>
    long PeakMemory();

    /// <summary>Whether the kernel killed something since <see cref="Begin"/> because memory ran out.</summary>
    bool OutOfMemory();

    /// <summary>Whether a process or thread was refused since <see cref="Begin"/>.</summary>
    bool OutOfProcesses();
}
