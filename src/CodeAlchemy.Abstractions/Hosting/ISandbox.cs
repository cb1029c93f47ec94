using CodeAlchemy.Abstractions.Execution;

namespace CodeAlchemy.Abstractions.Hosting;

/// <summary>Runs foreign programs. Thread-safe; as many run at once as callers ask, each in a slot of its own.</summary>
public interface ISandbox
{
    /// <summary>The protections, tried once on this machine.</summary>
    IReadOnlyList<SandboxFeature> Features { get; }

    /// <summary>Runs a command and waits for it and all its descendants to be gone.</summary>
    /// <exception cref="ProblemException">The isolation asked for can't be had here (exit 7), or the host itself failed.</exception>
    ValueTask<RunResult> Run(SandboxRequest request, CancellationToken cancellationToken);

    /// <summary>Starts a program that is talked to while it runs. Its standard input and output are the session's; <see cref="SandboxRequest.Stdin"/> is not used.</summary>
    /// <exception cref="ProblemException">The isolation asked for can't be had here (exit 7).</exception>
    ISandboxSession Open(SandboxRequest request);
}
