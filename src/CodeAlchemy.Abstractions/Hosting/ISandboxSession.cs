using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>A program in the sandbox that is talked to. Used by one caller at a time. Disposing ends it.</summary>
public interface ISandboxSession : IAsyncDisposable
{
    /// <summary>Its standard input; writing to a program that is gone throws an <see cref="IOException"/>.</summary>
    Stream Input { get; }

    /// <summary>Its standard output; it ends when the program does.</summary>
    Stream Output { get; }

    /// <summary>How it ended, once it and all its descendants are gone. Its standard output is not in it. Cancelled when it was killed; fails with a <see cref="ProblemException"/> where the sandbox itself did.</summary>
    Task<RunResult> Ended { get; }

    /// <summary>Kills it and all its descendants. Does not wait.</summary>
    void Kill();
}
