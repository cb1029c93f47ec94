namespace CodeAlchemy.Abstractions.Execution;

/// <summary>How an execution ended; shared by sandbox, traces and rejects. <see cref="ExecutionStatusNames"/> gives the ids.</summary>
public enum ExecutionStatus
{
    /// <summary>Ended by itself with exit status 0.</summary>
    Ok,

    /// <summary>Ended by itself with another exit status: the program's own failure.</summary>
    Error,

    /// <summary>Ran longer than the wall-clock limit.</summary>
    Timeout,

    /// <summary>Used more processor time than allowed, over all its processes.</summary>
    CpuLimit,

    /// <summary>Used more memory than allowed.</summary>
    MemoryLimit,

    /// <summary>Wrote more output than allowed.</summary>
    OutputLimit,

    /// <summary>Made more processes or threads than allowed.</summary>
    ProcessLimit,

    /// <summary>Wrote more to disk than allowed.</summary>
    DiskLimit,

    /// <summary>Made more trace events or bytes than allowed.</summary>
    EventLimit,

    /// <summary>Ended by a signal of its own making.</summary>
    Signal,

    /// <summary>The sandbox refused something that ended the program.</summary>
    Denied,

    /// <summary>Did not compile.</summary>
    CompileError,

    /// <summary>A program of the tool chain is missing.</summary>
    MissingToolchain,

    /// <summary>The program needs a library that the machine lacks.</summary>
    MissingLibrary,
}
